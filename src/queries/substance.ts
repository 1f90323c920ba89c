import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import type { FiguresFrame, StoredFigures } from '../statistics/stored-figures.js';
import { PopulationFigures } from '../statistics/population-figures.js';
import type { Population, SubstanceAnswer } from './answers.js';

const SUBSTANCE = readSql(import.meta.url, './substance.sql');

/** One substance: its exposure, and its declarations in one population. */
@Injectable()
export class SubstanceQuery {
  constructor(private readonly readers: ReadersDatabase) {}

  /** `movedTo` where the code is that of a salt counted under another substance; null where no substance has it. */
  async byCode(
    releaseId: string,
    code: string,
    population: Population,
  ): Promise<SubstanceAnswer | { movedTo: string } | null> {
    const [row] = await this.readers.query<SubstanceRow[]>(SUBSTANCE, [releaseId, code]);
    if (row === undefined) return null;
    const { answer, figures, frame } = row;
    if (answer.code !== code) return { movedTo: answer.code };
    return { ...answer, adverseReactions: figures && new PopulationFigures(figures, frame, population).answer() };
  }
}

interface SubstanceRow {
  answer: Omit<SubstanceAnswer, 'adverseReactions'>;
  /** null when the release has no declarations. */
  figures: StoredFigures | null;
  frame: FiguresFrame;
}
