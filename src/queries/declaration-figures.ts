import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import { PopulationFigures } from '../statistics/population-figures.js';
import type { FiguresFrame, StoredFigures } from '../statistics/stored-figures.js';
import type { AdverseReactions, Population } from './answers.js';

const DECLARATION_FIGURES = readSql(import.meta.url, './declaration-figures.sql');

/** All declarations together, each case once. */
@Injectable()
export class DeclarationFiguresQuery {
  constructor(private readonly readers: ReadersDatabase) {}

  /** null when the release has no declarations. */
  async in(releaseId: string, population: Population): Promise<AdverseReactions | null> {
    const [row] = await this.readers.query<{ figures: StoredFigures; frame: FiguresFrame }[]>(DECLARATION_FIGURES, [
      releaseId,
    ]);
    return row === undefined ? null : new PopulationFigures(row.figures, row.frame, population).answer();
  }
}
