-- one row per speciality that has consumers known; $2: CIS codes
SELECT cis AS code, denomination AS name, exposure
FROM speciality
WHERE release_id = $1 AND cis = ANY ($2::text[]) AND exposure IS NOT NULL
ORDER BY cis COLLATE "C"
