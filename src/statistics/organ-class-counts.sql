-- organ_class_count: one row per (substance, sex, age group, organ class), in the order of substances: a case with several
-- terms of a class has one that is the first, and counts there
CREATE UNLOGGED TABLE staging.organ_class_count AS
SELECT substance, sex, age_group, class, sum(firsts)::integer AS cases
FROM staging.term_count
GROUP BY substance, sex, age_group, class
ORDER BY substance;

CREATE INDEX ON staging.organ_class_count (substance);
ANALYZE staging.organ_class_count
