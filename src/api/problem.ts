import { STATUS_CODES } from 'node:http';

/** What an error looks like (RFC 9457). The type is `about:blank`, so the title is that of the HTTP status. */
export interface Problem {
  type: 'about:blank';
  status: number;
  title: string;
  detail: string;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export function problem(status: number, detail: string): Problem {
  return { type: 'about:blank', status, title: STATUS_CODES[status] ?? 'Error', detail };
}
