-- one row per row whose case is in no row of Cas-Patients, rejected ones included
SELECT row_of_file.line
FROM staging.drug_row AS row_of_file
WHERE NOT EXISTS (
    SELECT FROM staging.case_row AS known
    WHERE known.aer_id = row_of_file.aer_id AND known.cas = row_of_file.cas
  )
  AND NOT EXISTS (
    SELECT FROM staging.rejected_case AS rejected
    WHERE rejected.aer_id = row_of_file.aer_id AND rejected.cas = row_of_file.cas
  )
ORDER BY line
