-- one row per entry of a release, with what its answer shows; substances: of a speciality their codes by name, else null
SELECT search_entry.type,
       search_entry.code,
       search_entry.name,
       search_entry.search_text AS "searchText",
       search_entry.weight,
       CASE WHEN figure.cases_suppressed IS NOT NULL
         THEN json_build_object('count', figure.cases, 'suppressed', figure.cases_suppressed)
       END AS cases,
       composition.substances
FROM search_entry
LEFT JOIN substance AS figure
  ON search_entry.type = 'substance' AND figure.release_id = $1 AND figure.code = search_entry.code
LEFT JOIN (
  SELECT speciality_substance.cis, array_agg(substance.code ORDER BY substance.sort_name, substance.code) AS substances
  FROM speciality_substance
  JOIN substance USING (release_id, code)
  WHERE speciality_substance.release_id = $1
  GROUP BY speciality_substance.cis
) AS composition ON search_entry.type = 'speciality' AND composition.cis = search_entry.code
WHERE search_entry.release_id = $1
ORDER BY search_entry.type, search_entry.code
