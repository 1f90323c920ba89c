import { HttpStatus, Injectable } from '@nestjs/common';
import { type CodeKind, NearCodesQuery } from '../queries/near-codes.js';
import { Fault } from './problem.js';

const KINDS: Record<CodeKind, { what: string; codes: string; path: string }> = {
  substance: { what: 'substance', codes: 'Codes are five digits', path: 'substances' },
  speciality: { what: 'speciality', codes: 'CIS codes are eight digits', path: 'specialities' },
  atc: { what: 'class of the ATC tree', codes: 'Codes have 1, 3, 4, 5 or 7 characters', path: 'atc' },
};
/** More than any code has; what is longer is not repeated whole. */
const SHOWN = 40;

/** The 404 of a code that nothing has: it says what has it elsewhere, and which codes are like it. */
@Injectable()
export class UnknownCodes {
  constructor(private readonly nearCodes: NearCodesQuery) {}

  async fault(releaseId: string, kind: CodeKind, code: string): Promise<Fault> {
    const { others, near } = await this.nearCodes.to(releaseId, kind, code);
    const { what, codes, path } = KINDS[kind];
    const shown = code.length > SHOWN ? `${code.slice(0, SHOWN)}…` : code;
    const elsewhere = others.map(
      (other) =>
        ` It leads to the ${KINDS[other.kind].what} "${other.name}", /api/v1/${KINDS[other.kind].path}/${other.code}.`,
    );
    const detail = `No ${what} has the code "${shown}".${elsewhere.join('')} ${codes}: see /api/v1/${path}.`;
    return new Fault(HttpStatus.NOT_FOUND, detail, { near });
  }
}
