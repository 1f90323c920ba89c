-- one row per (source, reason) of rows that the published release could not use
SELECT source_file.source, rejected.reason, sum(rejected.rows::integer)::integer AS rejected
FROM published_release
JOIN release ON release.id = published_release.release_id
JOIN source_file USING (run_id)
CROSS JOIN LATERAL json_each_text(source_file.rejected) AS rejected (reason, rows)
GROUP BY source_file.source, rejected.reason
