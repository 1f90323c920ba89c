-- one row per entry that $2 is the code of: a substance or one of its members, a CIS, a CIP13, a CIP7
SELECT type, code
FROM search_entry
WHERE release_id = $1
  AND (type, code) IN (
    SELECT 'substance', substance_member.code
    FROM substance_member
    WHERE substance_member.release_id = $1 AND substance_member.member_code = $2
    UNION ALL
    SELECT 'speciality', $2
    UNION ALL
    SELECT 'speciality', presentation.cis
    FROM presentation
    WHERE presentation.release_id = $1 AND presentation.cip13 = $2
    UNION ALL
    -- no index knows CIP7 codes: they are looked for only when seven digits were typed
    SELECT 'speciality', presentation.cis
    FROM presentation
    WHERE length($2) = 7 AND presentation.release_id = $1 AND presentation.cip7 = $2
  )
ORDER BY type DESC, code
