-- one row per published release, so at most one; age in seconds
SELECT release.id::text AS id,
       to_char(release.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "publishedAt",
       extract(epoch FROM now() - release.published_at)::float8 AS age
FROM published_release
JOIN release ON release.id = published_release.release_id
