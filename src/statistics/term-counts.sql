-- term_count: one row per (substance, sex, age group, organ class, high level term)
CREATE UNLOGGED TABLE staging.term_count AS
SELECT
  of_case.substance, 'term' AS breakdown, kept.sex, kept.age_group, reaction.organ_class AS class,
  reaction.term AS key, count(*)::integer AS cases
FROM staging.case_substance AS of_case
JOIN staging.kept_case AS kept ON kept.id = of_case.case_id
JOIN staging.case_term AS reaction ON reaction.case_id = kept.id
GROUP BY of_case.substance, kept.sex, kept.age_group, reaction.organ_class, reaction.term;

CREATE INDEX ON staging.term_count (substance);
ANALYZE staging.term_count
