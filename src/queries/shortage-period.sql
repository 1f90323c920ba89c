-- at most one row: the first and the last year of all shortages
SELECT statistics -> 'period' AS period FROM shortage_statistics WHERE release_id = $1
