-- one row per class of the first level, by code
SELECT code, label FROM atc_class WHERE release_id = $1 AND parent IS NULL ORDER BY code
