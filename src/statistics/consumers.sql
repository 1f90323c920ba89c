-- consumers_cell: one row per (speciality, year, sex, age group); a pack of no speciality is left out
CREATE UNLOGGED TABLE staging.consumers_cell AS
SELECT pack.cis, consumers.year, consumers.sex, consumers.age_group, sum(consumers.consumers)::bigint AS consumers
FROM staging.consumers_row AS consumers
JOIN staging.pack AS pack USING (cip13)
GROUP BY pack.cis, consumers.year, consumers.sex, consumers.age_group;

-- substance_consumers: one row per (substance, year, sex, age group)
CREATE UNLOGGED TABLE staging.substance_consumers AS
SELECT held.substance, cell.year, cell.sex, cell.age_group, sum(cell.consumers)::bigint AS consumers
FROM staging.speciality_substance AS held
JOIN staging.consumers_cell AS cell USING (cis)
GROUP BY held.substance, cell.year, cell.sex, cell.age_group;

ANALYZE staging.substance_consumers
