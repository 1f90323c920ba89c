-- at most one row: what the release published before $1, of the same kind, said of the substance $2; its figures only if it had it
SELECT json_build_object(
         'publishedAt', to_char(previous.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
         'substance', CASE WHEN substance.code IS NOT NULL THEN json_build_object(
           'cases', CASE WHEN substance.cases_suppressed IS NOT NULL
             THEN json_build_object('count', substance.cases, 'suppressed', substance.cases_suppressed) END,
           'specialityCount', substance.speciality_count,
           'annualAverage', substance.exposure -> 'annualAverage'
         ) END
       ) AS answer
FROM (
  SELECT release.id, release.published_at
  FROM release
  JOIN release AS this ON this.id = $1
  -- fictitious figures are compared with fictitious ones
  WHERE (release.published_at, release.id) < (this.published_at, this.id) AND release.demo = this.demo
  ORDER BY release.published_at DESC, release.id DESC
  LIMIT 1
) AS previous
LEFT JOIN substance ON substance.release_id = previous.id AND substance.code = $2
