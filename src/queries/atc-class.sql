-- at most one row: the class $2 of the ATC tree
SELECT json_build_object(
         'code', class.code,
         'label', class.label,
         'parent', (
           SELECT json_build_object('code', parent.code, 'label', parent.label)
           FROM atc_class AS parent
           WHERE parent.release_id = class.release_id AND parent.code = class.parent
         ),
         'path', (
           SELECT coalesce(
             json_agg(json_build_object('code', above.code, 'label', above.label) ORDER BY above.code), '[]'::json)
           FROM atc_class AS above
           WHERE above.release_id = class.release_id AND above.code <> class.code
             AND above.code = ANY (ARRAY(SELECT left(class.code, n) FROM unnest(ARRAY[1, 3, 4, 5]) AS n))
         ),
         'children', (
           SELECT coalesce(
             json_agg(json_build_object('code', child.code, 'label', child.label) ORDER BY child.code), '[]'::json)
           FROM atc_class AS child
           WHERE child.release_id = class.release_id AND child.parent = class.code
         ),
         'substances', (
           SELECT coalesce(json_agg(json_build_object(
             'code', substance.code,
             'name', substance.name,
             'cases', CASE WHEN substance.cases_suppressed IS NOT NULL
               THEN json_build_object('count', substance.cases, 'suppressed', substance.cases_suppressed) END
           ) ORDER BY substance.sort_name, substance.code), '[]'::json)
           FROM substance
           WHERE substance.release_id = class.release_id AND EXISTS (
             SELECT
             FROM speciality_substance
             JOIN speciality_atc USING (release_id, cis)
             WHERE speciality_substance.release_id = substance.release_id
               AND speciality_substance.code = substance.code
               AND starts_with(speciality_atc.code, class.code)
           )
         )
       ) AS answer
FROM atc_class AS class
WHERE class.release_id = $1 AND class.code = $2
