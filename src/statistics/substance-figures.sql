-- one row per staged number, in the order of substances, all declarations together (−1) first, with its list, two columns of the
-- list and the cell (sex × 4 + age group): of cases, by year and the profile without it (list 0), by organ class and term that
-- is the first of its class in these cases (1) or a further one (2); of consumers, by year (3).
-- Each table on its own is in that order already, so that they are merged by their indexes and nothing is sorted; a WHERE in
-- any of them would undo that
SELECT
  (key >> 44)::integer AS substance, 0 AS list,
  (key >> 26 & 16383)::integer AS of, (key & 67108863)::integer AS key,
  (key >> 40 & 15)::integer AS cell, cases::bigint AS number
FROM staging.profile_count
UNION ALL
SELECT
  (key >> 36)::integer, 2 - (key & 1)::integer,
  (key >> 25 & 127)::integer, (key >> 1 & 16777215)::integer - 1,
  (key >> 32 & 15)::integer, cases::bigint
FROM staging.term_count
UNION ALL
SELECT substance, 3, 0, year::integer, sex * 4 + age_group, consumers::bigint FROM staging.substance_consumers
ORDER BY substance
