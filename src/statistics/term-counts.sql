-- one row per (substance, sex, age group, organ class, high level term)
INSERT INTO staging.substance_count (substance, breakdown, sex, age_group, class, key, cases)
SELECT of_case.substance, 'term', kept.sex, kept.age_group, reaction.organ_class, reaction.term, count(*)
FROM staging.case_substance AS of_case
JOIN staging.kept_case AS kept ON kept.id = of_case.case_id
JOIN staging.case_term AS reaction ON reaction.case_id = kept.id
GROUP BY of_case.substance, kept.sex, kept.age_group, reaction.organ_class, reaction.term
