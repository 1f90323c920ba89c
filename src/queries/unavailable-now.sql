-- at most one row, none where the release has no availability: how many specialities are short or tense, their holders
SELECT count(*) FILTER (WHERE status = 'shortage')::integer AS shortage,
       count(*) FILTER (WHERE status = 'tension')::integer AS tension,
       to_char(max(updated), 'YYYY-MM-DD') AS latest,
       coalesce(
         (
           SELECT array_agg(DISTINCT holder)
           FROM availability
           JOIN speciality USING (release_id, cis)
           CROSS JOIN LATERAL unnest(speciality.holders) AS holder
           WHERE release_id = $1 AND availability.status IN ('shortage', 'tension')
         ),
         '{}'
       ) AS holders
FROM (
  -- the packs of a speciality that are in the same state are one
  SELECT availability.status, max(coalesce(availability.updated_on, availability.starts_on)) AS updated
  FROM availability
  JOIN speciality USING (release_id, cis)
  WHERE release_id = $1
  GROUP BY cis, availability.status
) AS state
HAVING EXISTS (
  SELECT
  FROM release
  JOIN source_file USING (run_id)
  WHERE release.id = $1 AND source_file.source_table = 'CIS_CIP_Dispo_Spec'
)
