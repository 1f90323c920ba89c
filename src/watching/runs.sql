-- one row per outcome of ingestion runs; how many of those that are kept
SELECT status AS outcome, count(*)::integer AS runs
FROM ingestion_run
GROUP BY status
