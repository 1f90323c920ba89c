-- at most one row: the substance that $2 is or belongs to, with its figures and what all figures of the release share
SELECT json_build_object(
         'code', substance.code,
         'name', substance.name,
         'synonyms', to_json(substance.synonyms),
         'memberCodes', to_json(substance.member_codes),
         'specialityCount', substance.speciality_count,
         'atc', (
           SELECT coalesce(
             json_agg(json_build_object('code', class.code, 'label', class.label) ORDER BY class.code), '[]'::json)
           FROM atc_class AS class
           WHERE class.release_id = substance.release_id AND class.code IN (
             SELECT speciality_atc.code
             FROM speciality_substance
             JOIN speciality_atc USING (release_id, cis)
             WHERE speciality_substance.release_id = substance.release_id
               AND speciality_substance.code = substance.code
           )
         ),
         'exposure', substance.exposure
       ) AS answer,
       substance_figures.figures,
       json_build_object(
         'period', json_build_object('from', release.declarations_from, 'to', release.declarations_to),
         'reporters', release.reporters
       ) AS frame
FROM substance_member
JOIN substance ON substance.release_id = substance_member.release_id AND substance.code = substance_member.code
JOIN release ON release.id = substance.release_id
LEFT JOIN substance_figures ON substance_figures.release_id = substance.release_id
  AND substance_figures.code = substance.code
WHERE substance_member.release_id = $1 AND substance_member.member_code = $2
