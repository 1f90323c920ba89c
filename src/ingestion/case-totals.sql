-- one row: cases that any accepted row names, which each have one row that counts, if it is not foreign; and the years of these
SELECT
  count(id)::integer AS cases,
  (count(*) FILTER (WHERE counts))::integer AS kept,
  (min(year) FILTER (WHERE counts))::integer AS "firstYear",
  (max(year) FILTER (WHERE counts))::integer AS "lastYear"
FROM staging.known_case
