-- one row per substance; $2: substances
SELECT json_build_array(
         code, name, array_to_string(synonyms, '|'), array_to_string(member_codes, '|'), speciality_count,
         cases, cases_suppressed,
         exposure -> 'consumers', exposure -> 'annualAverage', exposure ->> 'level'
       ) AS cells
FROM substance
WHERE release_id = $1 AND code = ANY ($2::text[])
ORDER BY code COLLATE "C"
