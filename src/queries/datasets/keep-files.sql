-- keeps what is known of the files in $2; nothing when the release was deleted meanwhile
INSERT INTO dataset_file (release_id, dataset, format, form, rows, bytes, sha256)
SELECT release.id, file.*
FROM release
CROSS JOIN json_to_recordset($2::json) AS file (dataset text, format text, form text, rows integer, bytes bigint, sha256 text)
WHERE release.id = $1
ON CONFLICT (release_id, dataset, format)
DO UPDATE SET form = excluded.form, rows = excluded.rows, bytes = excluded.bytes, sha256 = excluded.sha256
