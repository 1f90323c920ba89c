-- case_organ_class, case_term: one row per (case, organ class) and per (case, organ class, high level term)
CREATE UNLOGGED TABLE staging.case_organ_class AS
SELECT DISTINCT case_id, organ_class
FROM staging.placed_reaction
WHERE case_id IS NOT NULL;

CREATE UNLOGGED TABLE staging.case_term AS
SELECT DISTINCT reaction.case_id, reaction.organ_class, term.id AS term
FROM staging.placed_reaction AS reaction
JOIN staging.term AS term ON term.label = reaction.term
WHERE reaction.case_id IS NOT NULL;

ANALYZE staging.case_organ_class, staging.case_term
