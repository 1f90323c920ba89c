-- one row per release, the latest first; $1: one release only, or null
SELECT release.id::text AS id,
       release.published_at AS "publishedAt",
       published_release.release_id IS NOT NULL AS current,
       release.demo,
       release.min_cell AS "minCell",
       ingestion_run.directory,
       release.declarations_from AS "declarationsFrom",
       release.declarations_to AS "declarationsTo",
       release.exposure_from AS "exposureFrom",
       release.exposure_to AS "exposureTo",
       (SELECT count(*)::int FROM substance WHERE substance.release_id = release.id) AS substances,
       (SELECT count(*)::int FROM speciality WHERE speciality.release_id = release.id) AS specialities
FROM release
JOIN ingestion_run ON ingestion_run.id = release.run_id
LEFT JOIN published_release ON published_release.release_id = release.id
WHERE $1::integer IS NULL OR release.id = $1::integer
ORDER BY release.id DESC
