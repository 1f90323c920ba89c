-- one row per presentation; $2: CIS codes
SELECT json_build_array(
         cip13, cip7, cis, label, status, marketing, array_to_string(reimbursement_rates, '|'), price
       ) AS cells
FROM presentation
WHERE release_id = $1 AND cis = ANY ($2::text[])
ORDER BY cis COLLATE "C", cip13 COLLATE "C"
