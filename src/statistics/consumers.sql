-- consumers_cell: one row per (speciality, year, sex, age group); a pack of no speciality is left out
CREATE UNLOGGED TABLE staging.consumers_cell AS
SELECT pack.cis, consumers.year, consumers.sex, consumers.age_group, sum(consumers.consumers)::bigint AS consumers
FROM staging.consumers_row AS consumers
JOIN staging.pack AS pack USING (cip13)
GROUP BY pack.cis, consumers.year, consumers.sex, consumers.age_group
;
CREATE INDEX ON staging.consumers_cell (cis)
