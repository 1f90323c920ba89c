-- case_substance: one row per (case, substance) that one or more of its drugs contain, and one per case for all
-- declarations together: the substance −1
-- case_organ_class, case_term: one row per (case, organ class) and per (case, organ class, high level term)
CREATE UNLOGGED TABLE staging.case_substance AS
SELECT DISTINCT drug.case_id, meaning.substance
FROM staging.kept_drug AS drug
JOIN staging.name_substance AS meaning USING (name, type)
UNION ALL
SELECT id, -1 FROM staging.kept_case;

CREATE UNLOGGED TABLE staging.case_organ_class AS
SELECT DISTINCT case_id, organ_class FROM staging.kept_reaction;

CREATE UNLOGGED TABLE staging.case_term AS
SELECT DISTINCT reaction.case_id, reaction.organ_class, term.id AS term
FROM staging.kept_reaction AS reaction
JOIN staging.term AS term ON term.label = reaction.term;

ANALYZE staging.case_substance, staging.case_organ_class, staging.case_term;
