-- organ_class_count: one row per (substance, sex, age group, organ class)
CREATE UNLOGGED TABLE staging.organ_class_count AS
SELECT
  of_case.substance, 'organClass' AS breakdown, kept.sex, kept.age_group, 0::smallint AS class,
  reaction.organ_class::integer AS key, count(*)::integer AS cases
FROM staging.case_substance AS of_case
JOIN staging.kept_case AS kept ON kept.id = of_case.case_id
JOIN staging.case_organ_class AS reaction ON reaction.case_id = kept.id
GROUP BY of_case.substance, kept.sex, kept.age_group, reaction.organ_class;

CREATE INDEX ON staging.organ_class_count (substance);
ANALYZE staging.organ_class_count
