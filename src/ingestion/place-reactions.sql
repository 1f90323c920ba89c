-- reaction_kind: one row per organ class and high level term, as it is spelled: the ids of the cases that count, one for each
-- of their reactions of that kind, and the lines of orphans, whose case is in no row of Cas-Patients.
-- Cases in an array a kind: each text is compared once a row here, and never again.
-- There are few kinds: hashing them is cheaper than the sort which the planner, who does not know that, would choose
SET LOCAL enable_sort = off;
CREATE UNLOGGED TABLE staging.reaction_kind AS
SELECT
  reaction.organ_class, reaction.term,
  array_agg(known.id) FILTER (WHERE known.counts AND known.version = reaction.version) AS cases,
  array_agg(reaction.line) FILTER (WHERE known.case_key IS NULL) AS orphans
FROM staging.reaction_row AS reaction
LEFT JOIN staging.known_case AS known USING (case_key)
GROUP BY reaction.organ_class, reaction.term
