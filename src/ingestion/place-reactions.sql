-- placed_reaction: one row per row of Effets that belongs to a case that counts; and, without case, one per orphan: its case
-- is in no row of Cas-Patients
CREATE UNLOGGED TABLE staging.placed_reaction AS
SELECT reaction.line, known.id AS case_id, reaction.organ_class, reaction.term
FROM staging.reaction_row AS reaction
LEFT JOIN staging.known_case AS known USING (case_key)
WHERE known.case_key IS NULL OR (known.id IS NOT NULL AND known.version = reaction.version);

ANALYZE staging.placed_reaction
