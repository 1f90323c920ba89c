-- one row per file of the release that is known
SELECT dataset, format, form, rows, bytes::float8 AS bytes, sha256 FROM dataset_file WHERE release_id = $1
