import { type ComponentsObject, getSchemaPath, type OperationObject } from '@nestjs/swagger';
import { ProblemDto } from './dto/problem.dto.js';

type Responses = NonNullable<OperationObject['responses']>;
type Response = Exclude<Responses[string], undefined>;
type Headers = NonNullable<ComponentsObject['headers']>;

const TEXT = { type: 'string' };
const WHOLE = { type: 'integer', minimum: 0 };

/** Every header that an answer may have, described once. */
const HEADERS: Headers = {
  ETag: {
    description: 'Strong validator of these bytes: send it as If-None-Match to be told whether they have changed.',
    required: true,
    schema: { type: 'string', pattern: '^"[^"]+"$' },
  },
  'Cache-Control': { description: 'How long the answer may be kept.', required: true, schema: TEXT },
  Link: {
    description: 'The pages before and after (`prev`, `next`), as in links, and the licence (`license`). RFC 8288.',
    required: true,
    schema: TEXT,
  },
  Location: { description: 'The address to ask instead, on this server.', required: true, schema: TEXT },
  'RateLimit-Limit': { description: 'Requests that one client may make in a minute.', required: true, schema: WHOLE },
  'RateLimit-Remaining': { description: 'How many of them are left.', required: true, schema: WHOLE },
  'RateLimit-Reset': { description: 'Seconds until there are as many again.', required: true, schema: WHOLE },
  'Retry-After': { description: 'Seconds to wait before asking again.', required: true, schema: WHOLE },
};
const LIMITS = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** What every address may answer besides its own answer, under the name of the response. */
const OF_ALL: Record<string, { name: string; response: Response }> = {
  304: {
    name: 'NotModified',
    response: {
      description: 'Nothing has changed since the answer with this ETag.',
      headers: refersTo('ETag', 'Cache-Control', ...LIMITS),
    },
  },
  400: { name: 'BadRequest', response: problemOf('A parameter is unknown or wrong: which one, and what is allowed.') },
  429: { name: 'TooManyRequests', response: problemOf('Too many requests in a minute.', 'Retry-After') },
  503: {
    name: 'ServiceUnavailable',
    response: problemOf('No data have been published yet, or they cannot be read at the moment.', 'Retry-After'),
  },
  default: { name: 'OtherProblem', response: problemOf('Any other error.') },
};

const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  description: 'ETags of earlier answers.',
  schema: TEXT,
} as const;

/** What the addresses share. */
export const SHARED: ComponentsObject = {
  parameters: { IfNoneMatch: IF_NONE_MATCH },
  headers: HEADERS,
  responses: Object.fromEntries(Object.values(OF_ALL).map(({ name, response }) => [name, response])),
};

/** An address with what it shares with all others: If-None-Match, headers, errors. */
export function withShared(operation: OperationObject): OperationObject {
  const own = Object.entries(operation.responses).map(([status, response]) => [
    status,
    { ...response, headers: headersOf(status, response) },
  ]);
  const shared = Object.entries(OF_ALL).map(([status, { name }]) => [
    status,
    { $ref: `#/components/responses/${name}` },
  ]);
  return {
    ...operation,
    parameters: [...(operation.parameters ?? []), { $ref: '#/components/parameters/IfNoneMatch' }],
    responses: { ...Object.fromEntries(own), ...Object.fromEntries(shared) } as Responses,
  };
}

function headersOf(status: string, response: Response | undefined): Headers {
  if (status === '301') return refersTo('Location', 'Cache-Control', ...LIMITS);
  if (status !== '200') return refersTo('Cache-Control', ...LIMITS);
  const isFile = !JSON.stringify(response).includes('"meta"');
  return refersTo('ETag', 'Cache-Control', ...(isFile ? [] : ['Link']), ...LIMITS);
}

function problemOf(description: string, ...headers: string[]): Response {
  return {
    description,
    headers: refersTo('Cache-Control', ...LIMITS, ...headers),
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
  };
}

function refersTo(...names: string[]): Headers {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
