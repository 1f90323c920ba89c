-- substance_count: one row per (substance, sex, age group, breakdown, key); class is the organ class of a term
CREATE VIEW staging.substance_count AS
SELECT substance, breakdown, sex, age_group, 0::smallint AS class, key, cases FROM staging.case_count
UNION ALL
SELECT substance, 'organClass', sex, age_group, 0::smallint, class::integer, cases FROM staging.organ_class_count
WHERE cases > 0
UNION ALL
SELECT substance, 'term', sex, age_group, class, term, cases FROM staging.term_count
WHERE term >= 0
