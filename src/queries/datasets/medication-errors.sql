-- at most one row: the public figures of all medication errors together; $2: 'all'
SELECT statistics FROM medication_error_statistics WHERE release_id = $1 AND 'all' = ANY ($2::text[])
