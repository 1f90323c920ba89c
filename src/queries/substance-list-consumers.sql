-- one row per substance of $2 whose exposure is known: patients treated a year, on average
SELECT code, (exposure ->> 'annualAverage')::double precision AS "annualAverage"
FROM substance
WHERE release_id = $1 AND code = ANY ($2::text[]) AND exposure ->> 'annualAverage' IS NOT NULL
