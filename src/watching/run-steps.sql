-- one row per step of the latest run that has ended
SELECT step.name, step.seconds
FROM (
  SELECT steps
  FROM ingestion_run
  WHERE steps IS NOT NULL
  ORDER BY id DESC
  LIMIT 1
) AS run
CROSS JOIN LATERAL jsonb_to_recordset(run.steps) AS step (name text, seconds float8)
