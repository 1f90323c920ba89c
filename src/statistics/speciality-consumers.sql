-- one row per speciality that has consumers: its rows of Open Medic as an array of numbers
SELECT pack.cis, json_agg(json_build_array(consumers.year, consumers.sex, consumers.age_group, consumers.consumers)) AS consumers
FROM staging.consumers_row AS consumers
JOIN staging.pack AS pack USING (cip13)
GROUP BY pack.cis
ORDER BY pack.cis
