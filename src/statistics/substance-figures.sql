-- one row per staged number, in the order of substances, all declarations together (−1) first: of cases, with the place of
-- its breakdown in the list, class, key and cell (sex × 4 + age group); or of consumers, in the place after the list, by year.
-- Each table on its own is in that order already, so that they are merged by their indexes and nothing is sorted; a WHERE in
-- any of them would undo that. So rows that say nothing are here too: terms −1, and classes of 0 cases
SELECT
  substance,
  CASE breakdown WHEN 'year' THEN 0 WHEN 'seriousness' THEN 1 WHEN 'criterion' THEN 2 WHEN 'reporter' THEN 3 END AS list,
  0::smallint AS class,
  key,
  sex * 4 + age_group AS cell,
  cases::bigint AS number
FROM staging.case_count
UNION ALL
SELECT substance, 4, 0::smallint, class::integer, sex * 4 + age_group, cases::bigint FROM staging.organ_class_count
UNION ALL
SELECT substance, 5, class, term, sex * 4 + age_group, cases::bigint FROM staging.term_count
UNION ALL
SELECT substance, 6, 0::smallint, year::integer, sex * 4 + age_group, consumers::bigint FROM staging.substance_consumers
ORDER BY substance
