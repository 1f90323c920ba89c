-- gives each term of Effets the first of its numbers, where there are so many terms that some were numbered twice
CREATE UNLOGGED TABLE staging.other_term AS
SELECT number, first
FROM (SELECT number, min(number) OVER (PARTITION BY term) AS first FROM staging.term_spelling) AS numbers
WHERE number <> first;

UPDATE staging.reaction_row AS reaction
SET kind = 32 * (other.first + 1) + (reaction.kind & 31)
FROM staging.other_term AS other
WHERE other.number = (reaction.kind >> 5) - 1;

DELETE FROM staging.term_spelling AS spelling
USING staging.other_term AS other
WHERE other.number = spelling.number;

DROP TABLE staging.other_term
