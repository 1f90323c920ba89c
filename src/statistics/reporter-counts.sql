-- one row per (substance, sex, age group, reporter)
INSERT INTO staging.substance_count (substance, breakdown, sex, age_group, class, key, cases)
SELECT of_case.substance, 'reporter', kept.sex, kept.age_group, 0, reporter.id, count(*)
FROM staging.case_substance AS of_case
JOIN staging.kept_case AS kept ON kept.id = of_case.case_id
JOIN staging.reporter AS reporter ON reporter.label = coalesce(kept.reporter, '')
GROUP BY of_case.substance, kept.sex, kept.age_group, reporter.id
