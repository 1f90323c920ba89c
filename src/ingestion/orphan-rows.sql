-- orphan_row: one row per row of Effets or Médicaments whose case is in no row of Cas-Patients, rejected ones included
CREATE UNLOGGED TABLE staging.orphan_row AS
SELECT row_of_file.source_table, row_of_file.line
FROM (
  SELECT 'Effets' AS source_table, line, aer_id, cas FROM staging.reaction_row
  UNION ALL
  SELECT 'Médicaments', line, aer_id, cas FROM staging.drug_row
) AS row_of_file
WHERE NOT EXISTS (
    SELECT FROM staging.case_row AS known
    WHERE known.aer_id = row_of_file.aer_id AND known.cas = row_of_file.cas
  )
  AND NOT EXISTS (
    SELECT FROM staging.rejected_case AS rejected
    WHERE rejected.aer_id = row_of_file.aer_id AND rejected.cas = row_of_file.cas
  )
