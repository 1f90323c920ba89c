-- one row per speciality that has consumers: its cells as an array of numbers
SELECT cis, json_agg(json_build_array(year, sex, age_group, consumers)) AS consumers
FROM staging.consumers_cell
GROUP BY cis
ORDER BY cis
