-- deletes all but the $1 latest releases and the published one, each with the run that made it; one row per release
WITH pruned AS (
  DELETE FROM release
  WHERE id NOT IN (SELECT id FROM release ORDER BY id DESC LIMIT $1)
    AND id NOT IN (SELECT release_id FROM published_release)
  RETURNING id, run_id
)
SELECT id::text AS id, run_id AS "runId" FROM pruned ORDER BY id
