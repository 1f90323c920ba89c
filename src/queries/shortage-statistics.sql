-- at most one row: the figures of all shortages
SELECT statistics FROM shortage_statistics WHERE release_id = $1
