-- one row per staged number, in the order of substances, all declarations together (−1) first: of cases, with the place of
-- its breakdown in the list, class, key and cell (sex × 4 + age group); or of consumers, in the place after the list, by year
SELECT
  substance,
  array_position(ARRAY['year', 'seriousness', 'criterion', 'reporter', 'organClass', 'term'], breakdown) - 1 AS list,
  class,
  key,
  sex * 4 + age_group AS cell,
  cases::bigint AS number
FROM staging.substance_count
UNION ALL
SELECT substance, 6, 0, year, sex * 4 + age_group, consumers
FROM staging.substance_consumers
ORDER BY substance
