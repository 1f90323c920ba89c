-- one row: the counts of all declarations together, as an array of numbers
SELECT coalesce(json_agg(json_build_array(c.breakdown, c.sex, c.age_group, c.class, c.key, c.cases)), '[]') AS counts
FROM staging.substance_count AS c
WHERE c.substance = -1
