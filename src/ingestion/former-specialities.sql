-- writes one row per speciality that the latest release of the same kind (real or fictitious) before $1 had, or had
-- carried over, and that $1 does not have; $2 and $3, side by side: CIS and the generic group that its files still name
WITH before AS (
  SELECT earlier.id, earlier.published_at
  FROM release AS earlier
  JOIN release AS present ON present.id = $1 AND present.demo = earlier.demo
  WHERE earlier.id < present.id
  ORDER BY earlier.id DESC
  LIMIT 1
),
known AS (
  SELECT cis, denomination, before.published_at AS last_seen, member.group_id
  FROM before
  JOIN speciality ON speciality.release_id = before.id
  LEFT JOIN generic_member AS member USING (release_id, cis)
  WHERE member.main IS NOT FALSE
  UNION ALL
  SELECT cis, denomination, last_seen, group_id
  FROM before
  JOIN former_speciality ON former_speciality.release_id = before.id
)
INSERT INTO former_speciality (release_id, cis, denomination, last_seen, group_id)
SELECT $1, known.cis, known.denomination, known.last_seen, coalesce(named.group_id, known.group_id)
FROM known
LEFT JOIN unnest($2::text[], $3::text[]) AS named (cis, group_id) ON named.cis = known.cis
WHERE NOT EXISTS (SELECT FROM speciality WHERE speciality.release_id = $1 AND speciality.cis = known.cis)
