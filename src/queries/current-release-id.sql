-- at most one row: the number of the published release
SELECT release_id::text AS id FROM published_release
