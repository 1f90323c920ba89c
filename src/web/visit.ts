import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ENGLISH, FRENCH, type Language } from './texts/language.js';

/** What a page needs to know of the request besides its own parameters. */
export interface Visit {
  language: Language;
  /** Path and query, without the parameter of the language. */
  address: string;
}

/** The visit that a request is: `@Visiting() visit: Visit`. */
export const Visiting = createParamDecorator((_: unknown, host: ExecutionContext): Visit =>
  visitOf(host.switchToHttp().getRequest<FastifyRequest>().url),
);

/** @param url path and query of a request, as they came */
export function visitOf(url: string): Visit {
  const [path = '/', query = ''] = url.split('?', 2);
  const parameters = query.split('&').filter((parameter) => parameter !== '');
  const others = parameters.filter((parameter) => !parameter.startsWith('lang='));
  return {
    language: parameters.includes('lang=en') ? ENGLISH : FRENCH,
    address: withQuery(path, others.join('&')),
  };
}

/** An address of this site in a language: French is the one that goes without saying. */
export function inLanguage(address: string, language: Language): string {
  if (language.code === 'fr') return address;
  const [, path = '', query, hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(address) ?? [];
  return withQuery(path, [query, `lang=${language.code}`].filter(Boolean).join('&')) + hash;
}

function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}
