-- reaction_kind: one row per organ class and high level term, as it is spelled: the ids of the cases that count, one for each
-- of their reactions of that kind, and the lines of orphans, whose case is in no row of Cas-Patients.
-- Cases in an array a kind: what a kind is called is never looked at again for each of its rows.
-- There are few kinds: hashing them is cheaper than the sort which the planner, who does not know that, would choose
SET LOCAL enable_sort = off;
CREATE UNLOGGED TABLE staging.reaction_kind AS
SELECT (placed.kind & 31)::smallint AS organ_class, spelling.term, placed.cases, placed.orphans
FROM (
  SELECT
    reaction.kind,
    array_agg(known.id) FILTER (WHERE known.counts AND known.version = reaction.version) AS cases,
    array_agg(reaction.line) FILTER (WHERE known.case_key IS NULL) AS orphans
  FROM staging.reaction_row AS reaction
  LEFT JOIN staging.known_case AS known USING (case_key)
  GROUP BY reaction.kind
) AS placed
LEFT JOIN staging.term_spelling AS spelling ON spelling.number = (placed.kind >> 5) - 1
