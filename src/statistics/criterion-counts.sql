-- one row per (substance, sex, age group, criterion of seriousness); a case may meet several
INSERT INTO staging.substance_count (substance, breakdown, sex, age_group, class, key, cases)
SELECT of_case.substance, 'criterion', kept.sex, kept.age_group, 0, bit.criterion, count(*)
FROM staging.case_substance AS of_case
JOIN staging.kept_case AS kept ON kept.id = of_case.case_id
JOIN generate_series(0, 5) AS bit (criterion) ON (kept.criteria >> bit.criterion) & 1 = 1
GROUP BY of_case.substance, kept.sex, kept.age_group, bit.criterion
