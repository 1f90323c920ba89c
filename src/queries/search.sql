-- one row per entry that may answer what was typed; the ranking has the last word
-- $2 'substance', 'speciality' or null · $3 the rarest word that was typed, as a pattern: the trigram index finds it
-- $4 all of them, as patterns · $5 the first one, as it was typed · $6 at most so many, the likeliest first
SELECT type, code, name, search_text AS "searchText", weight
FROM search_entry
WHERE release_id = $1
  AND ($2::text IS NULL OR type = $2::text)
  AND search_text ~ $3
  AND search_text ~ ALL ($4::text[])
ORDER BY starts_with(search_text, $5) DESC, type = 'substance' DESC, weight DESC, length(search_text), code
LIMIT $6
