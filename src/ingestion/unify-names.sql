-- gives each name of Médicaments the first of its numbers, where there are so many names that some were numbered twice
CREATE UNLOGGED TABLE staging.other_number AS
SELECT number, first
FROM (SELECT number, min(number) OVER (PARTITION BY name) AS first FROM staging.drug_spelling) AS numbers
WHERE number <> first;

UPDATE staging.drug_row AS drug
SET drug = 4 * other.first + (drug.drug & 3)
FROM staging.other_number AS other
WHERE other.number = drug.drug >> 2;

DELETE FROM staging.drug_spelling AS spelling
USING staging.other_number AS other
WHERE other.number = spelling.number;

DROP TABLE staging.other_number
