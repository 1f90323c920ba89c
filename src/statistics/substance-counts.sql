-- substance_count: one row per (substance, sex, age group, breakdown, key); class is the organ class of a term
CREATE VIEW staging.substance_count AS
SELECT * FROM staging.case_count
UNION ALL
SELECT * FROM staging.organ_class_count
UNION ALL
SELECT * FROM staging.term_count
