-- placed_drug: one row per row of Médicaments, with a role that counts, that belongs to a case that counts; and, without
-- case, one per orphan: its case is in no row of Cas-Patients
CREATE UNLOGGED TABLE staging.placed_drug AS
SELECT drug.line, known.id AS case_id, drug.type, drug.name
FROM staging.drug_row AS drug
LEFT JOIN staging.known_case AS known USING (case_key)
WHERE known.case_key IS NULL OR (drug.counts AND known.id IS NOT NULL AND known.version = drug.version);

ANALYZE staging.placed_drug
