-- one row per row of Open Medic: its pack, whose CIP13 is 13 digits, its year, its cell (sex × 4 + age group), and consumers
SELECT cip13, year, sex * 4 + age_group AS cell, consumers
FROM staging.consumers_row
