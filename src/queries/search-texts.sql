-- one row per entry of a release
SELECT search_text AS "searchText" FROM search_entry WHERE release_id = $1
