import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';

/** A code that exists, and what it is the code of. */
export interface NearCode {
  code: string;
  name: string;
}

/** What a problem may say besides its sentence, for programs: extension members of RFC 9457. */
export interface ProblemMembers {
  /** The query parameters at fault. */
  parameters?: string[];
  /** Codes to try instead, the nearest first. */
  near?: NearCode[];
}

/** What an error looks like (RFC 9457). The type is `about:blank`, so the title is that of the HTTP status. */
export interface Problem extends ProblemMembers {
  type: 'about:blank';
  status: number;
  title: string;
  detail: string;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** An error whose problem has members of its own. */
export class Fault extends HttpException {
  constructor(
    status: number,
    detail: string,
    readonly members: ProblemMembers,
  ) {
    super(detail, status);
  }
}

export function problem(status: number, detail: string, members: ProblemMembers = {}): Problem {
  return { type: 'about:blank', status, title: STATUS_CODES[status] ?? 'Error', detail, ...members };
}
