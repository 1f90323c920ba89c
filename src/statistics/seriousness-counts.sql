-- one row per (substance, sex, age group, seriousness)
INSERT INTO staging.substance_count (substance, breakdown, sex, age_group, class, key, cases)
SELECT of_case.substance, 'seriousness', kept.sex, kept.age_group, 0, kept.seriousness, count(*)
FROM staging.case_substance AS of_case
JOIN staging.kept_case AS kept ON kept.id = of_case.case_id
GROUP BY of_case.substance, kept.sex, kept.age_group, kept.seriousness
