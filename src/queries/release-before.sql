-- at most one row: the release before $1, of the same kind: real ones are not compared with fictitious ones
SELECT earlier.id::text AS id
FROM release
JOIN release AS earlier ON earlier.demo = release.demo AND earlier.id < release.id
WHERE release.id = $1
ORDER BY earlier.id DESC
LIMIT 1
