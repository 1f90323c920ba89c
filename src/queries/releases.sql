-- one row per release, the latest first; $1: one release only, or null
SELECT json_build_object(
         'id', release.id::text,
         'publishedAt', to_char(release.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
         'demo', release.demo,
         'sources', coalesce(files.sources, '[]'::json),
         'declarations', release.declarations,
         'disclosure', CASE WHEN release.suppression IS NOT NULL THEN json_build_object(
           'minCell', release.min_cell,
           'figures', release.suppression -> 'figures',
           'suppressed', json_build_object(
             'primary', release.suppression -> 'primary',
             'complementary', release.suppression -> 'complementary'
           )
         ) END,
         'exposure', release.exposure,
         'periods', json_build_object(
           'declarations', CASE WHEN release.declarations_from IS NOT NULL
             THEN json_build_object('from', release.declarations_from, 'to', release.declarations_to) END,
           'exposure', CASE WHEN release.exposure_from IS NOT NULL
             THEN json_build_object('from', release.exposure_from, 'to', release.exposure_to) END
         )
       ) AS answer
FROM release
LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object(
           'source', source_file.source,
           'file', source_file.file,
           'vintage', source_file.vintage,
           'sha256', source_file.sha256,
           'bytes', source_file.bytes,
           'encoding', source_file.encoding,
           'rowsRead', source_file.rows_read,
           'rowsAccepted', source_file.rows_accepted,
           'rejected', source_file.rejected
         ) ORDER BY source_file.source COLLATE "C", source_file.file COLLATE "C") AS sources
  FROM source_file
  WHERE source_file.run_id = release.run_id
) AS files ON true
WHERE $1::integer IS NULL OR release.id = $1::integer
ORDER BY release.published_at DESC, release.id DESC
