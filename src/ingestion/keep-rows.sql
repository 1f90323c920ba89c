-- kept_reaction, kept_drug: one row per row of Effets and Médicaments that belongs to a case that counts
CREATE UNLOGGED TABLE staging.kept_reaction AS
SELECT kept.id AS case_id, reaction.organ_class, reaction.term
FROM staging.reaction_row AS reaction
JOIN staging.kept_case AS kept USING (aer_id, cas, version);

CREATE UNLOGGED TABLE staging.kept_drug AS
SELECT kept.id AS case_id, drug.type, drug.name
FROM staging.drug_row AS drug
JOIN staging.kept_case AS kept USING (aer_id, cas, version)
WHERE drug.counts;

ANALYZE staging.kept_reaction, staging.kept_drug;
