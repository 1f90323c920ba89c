-- one row per (declaration, medicine); about products, and so nothing is hidden; $2: numbers of declarations
SELECT json_build_array(
         number, name, classification, open, reported_on, closed_on, year, cis, atc, laboratory,
         array_to_string(causes, '|'), array_to_string(measures, '|')
       ) AS cells
FROM shortage
WHERE release_id = $1 AND number = ANY ($2::text[])
ORDER BY number, sort_name
