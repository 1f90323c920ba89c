-- one row per speciality about which a medication error was declared: its public figures; $2: CIS codes
SELECT cis, figures
FROM medication_error_figures
WHERE release_id = $1 AND cis = ANY ($2::text[])
ORDER BY cis COLLATE "C"
