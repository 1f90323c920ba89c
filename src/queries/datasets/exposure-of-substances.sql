-- one row per substance that has consumers known; $2: substances
SELECT code, name, exposure
FROM substance
WHERE release_id = $1 AND code = ANY ($2::text[]) AND exposure IS NOT NULL
ORDER BY code COLLATE "C"
