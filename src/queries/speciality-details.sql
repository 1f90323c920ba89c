-- one row: what the optional files say of the speciality $2
SELECT json_build_object(
         'atc', (
           SELECT json_build_object(
             'code', speciality_atc.code,
             'label', atc_class.label,
             'inferred', speciality_atc.inferred,
             'path', (
               SELECT coalesce(
                 json_agg(json_build_object('code', above.code, 'label', above.label) ORDER BY above.code),
                 '[]'::json)
               FROM atc_class AS above
               WHERE above.release_id = $1 AND above.code <> speciality_atc.code
                 AND above.code = ANY (ARRAY(SELECT left(speciality_atc.code, n) FROM unnest(ARRAY[1, 3, 4, 5]) AS n))
             )
           )
           FROM speciality_atc
           JOIN atc_class USING (release_id, code)
           WHERE speciality_atc.release_id = $1 AND speciality_atc.cis = $2
         ),
         'genericGroup', (
           SELECT json_build_object(
             'id', generic_group.id,
             'label', generic_group.label,
             'type', own.type,
             'members', (
               SELECT json_agg(json_build_object('cis', member.cis, 'name', speciality.denomination, 'type', member.type)
                 ORDER BY member.type <> 'reference', speciality.sort_name, member.cis)
               FROM generic_member AS member
               JOIN speciality USING (release_id, cis)
               WHERE member.release_id = $1 AND member.group_id = own.group_id
             )
           )
           FROM generic_member AS own
           JOIN generic_group ON generic_group.release_id = own.release_id AND generic_group.id = own.group_id
           WHERE own.release_id = $1 AND own.cis = $2 AND own.main
         ),
         'majorInterest', EXISTS (
           SELECT FROM speciality_atc WHERE release_id = $1 AND cis = $2 AND NOT inferred
         ),
         'prescriptionConditions', coalesce(
           (SELECT to_json(conditions) FROM prescription_condition WHERE release_id = $1 AND cis = $2),
           '[]'::json),
         'smr', opinions.smr,
         'asmr', opinions.asmr,
         'availability', (
           SELECT coalesce(json_agg(json_build_object(
             'cip13', cip13,
             'status', status,
             'label', label,
             'from', to_char(starts_on, 'YYYY-MM-DD'),
             'updated', to_char(updated_on, 'YYYY-MM-DD'),
             'back', to_char(back_on, 'YYYY-MM-DD'),
             'href', address
           ) ORDER BY position), '[]'::json)
           FROM availability
           WHERE release_id = $1 AND cis = $2
         ),
         'safetyNotices', (
           SELECT coalesce(json_agg(json_build_object(
             'from', to_char(starts_on, 'YYYY-MM-DD'),
             'to', to_char(ends_on, 'YYYY-MM-DD'),
             'text', label,
             'href', address
           ) ORDER BY position), '[]'::json)
           FROM safety_notice
           WHERE release_id = $1 AND cis = $2
         ),
         'available', json_build_object(
           'atc', 'CIS_MITM' = ANY (loaded.tables),
           'atcLabels', 'atc' = ANY (loaded.tables),
           'genericGroup', 'CIS_GENER_bdpm' = ANY (loaded.tables),
           'majorInterest', 'CIS_MITM' = ANY (loaded.tables),
           'prescriptionConditions', 'CIS_CPD_bdpm' = ANY (loaded.tables),
           'smr', 'CIS_HAS_SMR_bdpm' = ANY (loaded.tables),
           'asmr', 'CIS_HAS_ASMR_bdpm' = ANY (loaded.tables),
           'availability', 'CIS_CIP_Dispo_Spec' = ANY (loaded.tables),
           'safetyNotices', 'CIS_InfoImportantes' = ANY (loaded.tables),
           'shortages', 'ruptures' = ANY (loaded.tables),
           'medicationErrors', 'erreurs-medicamenteuses' = ANY (loaded.tables)
         )
       ) AS details
FROM (
  SELECT array_remove(array_agg(source_file.source_table), NULL) AS tables
  FROM release
  JOIN source_file USING (run_id)
  WHERE release.id = $1
) AS loaded
CROSS JOIN (
  SELECT coalesce(json_agg(opinion ORDER BY position) FILTER (WHERE kind = 'SMR'), '[]'::json) AS smr,
         coalesce(json_agg(opinion ORDER BY position) FILTER (WHERE kind = 'ASMR'), '[]'::json) AS asmr
  FROM (
    SELECT kind, position, json_build_object(
      'date', to_char(decided_on, 'YYYY-MM-DD'),
      'reason', reason,
      'value', value,
      'text', label,
      'fileCode', file_code,
      'opinion', address
    ) AS opinion
    FROM has_opinion
    WHERE release_id = $1 AND cis = $2
  ) AS one
) AS opinions
