import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readSql } from '../database/sql.js';
import type { Population, SubstanceAnswer } from './answers.js';

const SUBSTANCE = readSql(import.meta.url, './substance.sql');

/** One substance: its exposure, and its declarations in one population. */
@Injectable()
export class SubstanceQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** `movedTo` where the code is that of a salt counted under another substance; null where no substance has it. */
  async byCode(
    releaseId: string,
    code: string,
    population: Population,
  ): Promise<SubstanceAnswer | { movedTo: string } | null> {
    const [row] = await this.dataSource.query<{ answer: SubstanceAnswer }[]>(SUBSTANCE, [releaseId, code, population]);
    if (row === undefined) return null;
    return row.answer.code === code ? row.answer : { movedTo: row.answer.code };
  }
}
