-- one row per code of a release that has a page of its own: kind, code
SELECT 'substance' AS kind, code
FROM substance
WHERE release_id = $1
UNION ALL
SELECT 'speciality', cis
FROM speciality
WHERE release_id = $1
UNION ALL
SELECT 'atc', code
FROM atc_class
WHERE release_id = $1
ORDER BY kind DESC, code
