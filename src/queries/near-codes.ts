import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import { distancesFrom } from './edit-distance.js';
import { OncePerRelease } from './once-per-release.js';

const CODES = readSql(import.meta.url, './near-codes.sql');
const BY_CODE = readSql(import.meta.url, './search-by-code.sql');

/** Mistakes in typing that a code may be away. */
const MISTAKES = 2;
const NEAR_AT_MOST = 5;
const LONGEST_CODE = 13;

export type CodeKind = 'substance' | 'speciality' | 'atc';

interface KnownCode {
  kind: CodeKind;
  code: string;
  name: string;
}
/** What a code that leads nowhere may be meant for. */
export interface CodeGuesses {
  /** What has the code, of another kind than the one asked for: its own code may be another (of a pack: that of the speciality). */
  others: KnownCode[];
  /** Codes of the kind asked for, the nearest first. */
  near: { code: string; name: string }[];
}

/** Codes like one that nothing has: by what has it elsewhere, and by edit distance over the codes of the release. */
@Injectable()
export class NearCodesQuery {
  /** All codes of a release. */
  private readonly codes = new OncePerRelease((releaseId) => this.readers.query<KnownCode[]>(CODES, [releaseId]));

  constructor(private readonly readers: ReadersDatabase) {}

  /** @param code as somebody wrote it; any text */
  async to(releaseId: string, kind: CodeKind, code: string): Promise<CodeGuesses> {
    const wanted = code.trim().toUpperCase();
    if (!/^[\dA-Z]+$/.test(wanted) || wanted.length > LONGEST_CODE + MISTAKES) return { others: [], near: [] };
    const codes = await this.codes.of(releaseId);
    const having = await this.readers.query<{ type: CodeKind; code: string }[]>(BY_CODE, [releaseId, wanted]);
    const hasIt = (one: KnownCode): boolean =>
      one.kind === 'atc'
        ? one.code === wanted
        : having.some((entry) => entry.type === one.kind && entry.code === one.code);
    return { others: codes.filter((one) => one.kind !== kind && hasIt(one)), near: nearest(codes, kind, wanted) };
  }
}

function nearest(codes: readonly KnownCode[], kind: CodeKind, wanted: string): CodeGuesses['near'] {
  const distanceOf = distancesFrom(wanted, MISTAKES);
  const found: { code: string; name: string; distance: number }[] = [];
  for (const { kind: own, code, name } of codes) {
    if (own !== kind) continue;
    const distance = distanceOf(code);
    if (distance <= MISTAKES) found.push({ code, name, distance });
  }
  // codes come in their order, which is that of equals
  found.sort((a, b) => a.distance - b.distance);
  return found.slice(0, NEAR_AT_MOST).map(({ code, name }) => ({ code, name }));
}
