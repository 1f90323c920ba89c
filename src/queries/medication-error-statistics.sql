-- at most one row: the public figures of all medication errors together
SELECT statistics FROM medication_error_statistics WHERE release_id = $1
