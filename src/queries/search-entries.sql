-- one row per entry of a release
SELECT type, code, name, search_text AS "searchText", weight
FROM search_entry
WHERE release_id = $1
ORDER BY type, code
