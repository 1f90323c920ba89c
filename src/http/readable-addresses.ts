import { HttpStatus, NotFoundException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Fault } from '../api/problem.js';

const CONTROL = /\p{Cc}/u;
/** Of the name of a parameter: what is longer is not repeated whole. */
const SHOWN = 40;

/**
 * Refuses addresses that are no text: percent-encodings that are cut or no UTF-8, and control characters, which no name
 * and no code has and PostgreSQL does not take. Nothing behind it has to think of them.
 */
export function refuseUnreadable(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const [path = '', ...queries] = request.url.split('?');
    const fault = faultOfPath(path) ?? faultOfQuery(queries.join('?'));
    if (fault === null) done();
    else done(fault);
  });
}

function faultOfPath(path: string): Error | null {
  const text = decoded(path);
  return text === null || CONTROL.test(text) ? new NotFoundException('Nothing is at this address.') : null;
}

function faultOfQuery(query: string): Error | null {
  for (const pair of query.split('&')) {
    const text = decoded(pair.replaceAll('+', ' '));
    if (text !== null && !CONTROL.test(text)) continue;
    const [raw = ''] = pair.split('=');
    const name = (decoded(raw) ?? raw).replace(/\p{Cc}/gu, '').slice(0, SHOWN);
    const detail = `Parameter "${name}" must be UTF-8 text, percent-encoded, without control characters.`;
    return new Fault(HttpStatus.BAD_REQUEST, detail, { parameters: [name] });
  }
  return null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // the only way to ask whether an encoding is right
  }
}
