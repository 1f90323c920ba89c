import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readSql } from '../database/sql.js';
import type { AdverseReactions, Population } from './answers.js';

const DECLARATION_FIGURES = readSql(import.meta.url, './declaration-figures.sql');

/** All declarations together, each case once. */
@Injectable()
export class DeclarationFiguresQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** null when the release has no declarations. */
  async in(releaseId: string, population: Population): Promise<AdverseReactions | null> {
    const [row] = await this.dataSource.query<{ answer: AdverseReactions }[]>(DECLARATION_FIGURES, [
      releaseId,
      population,
    ]);
    return row?.answer ?? null;
  }
}
