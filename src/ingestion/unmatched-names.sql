-- unmatched_name: one row per name that led to no substance
CREATE UNLOGGED TABLE staging.unmatched_name AS
SELECT name, type, nameless.outcome, (SELECT count(DISTINCT id) FROM unnest(drug.cases) AS id)::integer AS cases
FROM staging.nameless AS nameless
JOIN staging.drug_name AS drug USING (name, type)
