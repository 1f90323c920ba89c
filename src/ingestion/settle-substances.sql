-- case_substance: one row per (case, substance) that one or more of its drugs contain, and one per case for all
-- declarations together: the substance −1
CREATE UNLOGGED TABLE staging.case_substance AS
SELECT DISTINCT drug.case_id, meaning.substance
FROM staging.placed_drug AS drug
JOIN staging.name_substance AS meaning USING (name, type)
WHERE drug.case_id IS NOT NULL
UNION ALL
SELECT id, -1 FROM staging.kept_case;

-- unmatched_name: one row per name that led to no substance
CREATE UNLOGGED TABLE staging.unmatched_name AS
SELECT name, type, nameless.outcome, count(DISTINCT drug.case_id)::integer AS cases
FROM staging.nameless AS nameless
JOIN staging.placed_drug AS drug USING (name, type)
GROUP BY name, type, nameless.outcome;

ANALYZE staging.case_substance
