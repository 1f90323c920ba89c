-- one row per code of a release that has an address: kind, code, name
SELECT 'substance' AS kind, code, name
FROM substance
WHERE release_id = $1
UNION ALL
SELECT 'speciality', cis, denomination
FROM speciality
WHERE release_id = $1
UNION ALL
SELECT 'atc', code, coalesce(label, code)
FROM atc_class
WHERE release_id = $1
ORDER BY kind, code
