-- one row per speciality; $2: CIS codes
SELECT json_build_array(
         speciality.cis, denomination, form, array_to_string(routes, '|'), status, marketing, authorisation_date,
         array_to_string(holders, '|'), enhanced_surveillance, atc.code, atc.inferred,
         (
           SELECT string_agg(of_it.code, '|' ORDER BY of_it.code COLLATE "C")
           FROM speciality_substance AS of_it
           WHERE of_it.release_id = speciality.release_id AND of_it.cis = speciality.cis
         ),
         exposure -> 'consumers', exposure -> 'annualAverage', exposure ->> 'level'
       ) AS cells
FROM speciality
LEFT JOIN speciality_atc AS atc ON atc.release_id = speciality.release_id AND atc.cis = speciality.cis
WHERE speciality.release_id = $1 AND speciality.cis = ANY ($2::text[])
ORDER BY speciality.cis COLLATE "C"
