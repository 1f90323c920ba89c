-- at most one row: a speciality, whole
SELECT json_build_object(
         'cis', speciality.cis,
         'name', speciality.denomination,
         'identity', json_build_object(
           'form', speciality.form,
           'routes', to_json(speciality.routes),
           'status', speciality.status,
           'procedure', speciality.procedure,
           'marketing', speciality.marketing,
           'date', to_char(speciality.authorisation_date, 'YYYY-MM-DD'),
           'holders', to_json(speciality.holders),
           'surveillance', speciality.enhanced_surveillance,
           'bdpmStatus', speciality.bdpm_status,
           'europeanNumber', speciality.european_number
         ),
         'composition', (
           SELECT coalesce(json_agg(json_build_object(
             'element', component.element,
             'code', component.code,
             'name', component.name,
             'dosage', component.dosage,
             'dosageReference', component.dosage_reference,
             'nature', component.nature,
             'link', component.link,
             'substance', substance_member.code
           ) ORDER BY component.position), '[]'::json)
           FROM component
           LEFT JOIN substance_member ON substance_member.release_id = component.release_id
             AND substance_member.member_code = component.code
           WHERE component.release_id = speciality.release_id AND component.cis = speciality.cis
         ),
         'presentations', (
           SELECT coalesce(json_agg(json_build_object(
             'cip13', presentation.cip13,
             'cip7', presentation.cip7,
             'label', presentation.label,
             'status', presentation.status,
             'marketing', presentation.marketing,
             'declarationDate', to_char(presentation.declaration_date, 'YYYY-MM-DD'),
             'hospitals', presentation.hospitals,
             'reimbursementRates', to_json(presentation.reimbursement_rates),
             'priceWithoutFee', presentation.price_without_fee::text,
             'price', presentation.price::text,
             'fee', presentation.fee::text,
             'reimbursementConditions', presentation.reimbursement_conditions
           ) ORDER BY presentation.cip13), '[]'::json)
           FROM presentation
           WHERE presentation.release_id = speciality.release_id AND presentation.cis = speciality.cis
         ),
         'substances', (
           SELECT coalesce(json_agg(json_build_object(
             'code', substance.code,
             'name', substance.name,
             'specialityCount', substance.speciality_count,
             'cases', CASE WHEN substance.cases_suppressed IS NOT NULL
               THEN json_build_object('count', substance.cases, 'suppressed', substance.cases_suppressed) END
           ) ORDER BY substance.sort_name, substance.code), '[]'::json)
           FROM speciality_substance
           JOIN substance USING (release_id, code)
           WHERE speciality_substance.release_id = speciality.release_id
             AND speciality_substance.cis = speciality.cis
         ),
         'exposure', speciality.exposure
       ) AS answer,
       release.demo
FROM speciality
JOIN release ON release.id = speciality.release_id
WHERE speciality.release_id = $1 AND speciality.cis = $2
