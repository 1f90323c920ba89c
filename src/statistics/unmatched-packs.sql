-- one row: rows of Open Medic, and those about packs of no speciality
SELECT
  coalesce(sum(of_pack.rows), 0)::integer AS rows,
  coalesce(sum(of_pack.rows) FILTER (WHERE pack.cip13 IS NULL), 0)::integer AS "unmatchedRows",
  (count(*) FILTER (WHERE pack.cip13 IS NULL))::integer AS "unmatchedPacks"
FROM (SELECT cip13, count(*) AS rows FROM staging.consumers_row GROUP BY cip13) AS of_pack
LEFT JOIN staging.pack AS pack USING (cip13)
