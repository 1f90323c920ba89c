-- at most one row: a speciality that an earlier release had, and what its generic group has in this one
SELECT json_build_object(
         'cis', former.cis,
         'name', former.denomination,
         'lastSeen', to_char(former.last_seen AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
         'replacedBy', (
           SELECT coalesce(json_agg(json_build_object('cis', speciality.cis, 'name', speciality.denomination)
             ORDER BY member.type <> 'reference', speciality.sort_name, speciality.cis), '[]'::json)
           FROM generic_member AS member
           JOIN speciality USING (release_id, cis)
           WHERE member.release_id = former.release_id AND member.group_id = former.group_id
         )
       ) AS answer
FROM former_speciality AS former
WHERE former.release_id = $1 AND former.cis = $2
