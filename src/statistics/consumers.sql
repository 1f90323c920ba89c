-- substance_consumers: one row per (substance, year, sex, age group); a pack of no speciality is left out.
-- Straight from the rows: few of them share speciality, year, sex and age group, so that sums of these would be as many

-- the planner is told how the packs are spread, here and for publishing: both tables were copied just now
ANALYZE staging.pack (cip13), staging.consumers_row (cip13);

CREATE UNLOGGED TABLE staging.substance_consumers AS
SELECT held.substance, consumers.year, consumers.sex, consumers.age_group, sum(consumers.consumers)::bigint AS consumers
FROM staging.consumers_row AS consumers
JOIN staging.pack AS pack USING (cip13)
JOIN staging.speciality_substance AS held USING (cis)
GROUP BY held.substance, consumers.year, consumers.sex, consumers.age_group;

ANALYZE staging.substance_consumers
