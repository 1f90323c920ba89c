import type { AdverseReactions, Population } from '../../src/statistics/figures.js';
import { POPULATIONS } from '../../src/statistics/figures.js';
import { PopulationFigures } from '../../src/statistics/population-figures.js';
import type { FiguresFrame, StoredFigures } from '../../src/statistics/stored-figures.js';

type Answers = Record<Population, AdverseReactions>;
type Query = <T>(sql: string, parameters: unknown[]) => Promise<T[]>;

/** The public answers in all populations, as they are read from stored figures. */
export function answersOf(stored: StoredFigures, frame: FiguresFrame): Answers {
  const answers = POPULATIONS.map((population) => [
    population,
    new PopulationFigures(stored, frame, population).answer(),
  ]);
  return Object.fromEntries(answers) as Answers;
}

/** Those of the substances of a release, by code. */
export async function storedAnswers(query: Query, releaseId: string): Promise<Map<string, Answers>> {
  const rows = await query<{ code: string; figures: StoredFigures }>(
    'SELECT code, figures FROM substance_figures WHERE release_id = $1 ORDER BY code',
    [releaseId],
  );
  const frame = await frameOf(query, releaseId);
  return new Map(rows.map(({ code, figures }) => [code, answersOf(figures, frame)]));
}

/** Those of all declarations of a release together; null without declarations. */
export async function storedDeclarations(query: Query, releaseId: string): Promise<Answers | null> {
  const [row] = await query<{ figures: StoredFigures }>(
    'SELECT figures FROM declaration_figures WHERE release_id = $1',
    [releaseId],
  );
  return row === undefined ? null : answersOf(row.figures, await frameOf(query, releaseId));
}

async function frameOf(query: Query, releaseId: string): Promise<FiguresFrame> {
  const [row] = await query<{ from: number; to: number; reporters: FiguresFrame['reporters'] }>(
    'SELECT declarations_from AS from, declarations_to AS to, reporters FROM release WHERE id = $1',
    [releaseId],
  );
  if (row === undefined) throw new Error(`there is no release ${releaseId}`);
  return { period: { from: row.from, to: row.to }, reporters: row.reporters };
}
