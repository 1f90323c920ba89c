-- one row per (substance, sex, age group, organ class)
INSERT INTO staging.substance_count (substance, breakdown, sex, age_group, class, key, cases)
SELECT of_case.substance, 'organClass', kept.sex, kept.age_group, 0, reaction.organ_class, count(*)
FROM staging.case_substance AS of_case
JOIN staging.kept_case AS kept ON kept.id = of_case.case_id
JOIN staging.case_organ_class AS reaction ON reaction.case_id = kept.id
GROUP BY of_case.substance, kept.sex, kept.age_group, reaction.organ_class
