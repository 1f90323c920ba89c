-- one row: rows of Open Medic, and those about packs of no speciality
SELECT
  count(*)::integer AS rows,
  (count(*) FILTER (WHERE pack.cip13 IS NULL))::integer AS "unmatchedRows",
  (count(DISTINCT consumers.cip13) FILTER (WHERE pack.cip13 IS NULL))::integer AS "unmatchedPacks"
FROM staging.consumers_row AS consumers
LEFT JOIN staging.pack AS pack USING (cip13)
