import { applyDecorators, Controller, HttpStatus, type Type, UseGuards, UsePipes } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { ReleaseGuard } from './current-release.js';
import { ProblemDto } from './dto/problem.dto.js';
import { PARAMETERS } from './parameters.js';

const RELEASE = { type: 'string', description: 'The release the answer was made from.', example: '7' } as const;
const WHOLE = { type: 'integer', minimum: 0 } as const;
const LINK = { type: 'string', format: 'uri' } as const;
const LINK_OR_NULL = { type: ['string', 'null'], format: 'uri' } as unknown as typeof LINK;

/** A controller of the interface: answers from the current release, and refuses parameters it does not know. */
export function ApiController(path: string, tag: string): ClassDecorator {
  return applyDecorators(
    Controller(`api/v1/${path}`),
    UseGuards(ReleaseGuard),
    UsePipes(PARAMETERS),
    ApiTags(tag),
    ApiExtraModels(ProblemDto),
    ApiHeader({ name: 'If-None-Match', required: false, description: 'The ETag of an earlier answer.' }),
    ApiResponse({ status: HttpStatus.NOT_MODIFIED, description: 'Nothing has changed since the answer of that ETag.' }),
    problemResponse(HttpStatus.BAD_REQUEST, 'A parameter is unknown or wrong.'),
    problemResponse(HttpStatus.TOO_MANY_REQUESTS, 'Too many requests in a minute; Retry-After says how long to wait.'),
    problemResponse(HttpStatus.SERVICE_UNAVAILABLE, 'No data have been published yet.'),
  );
}

/** An address that gives one thing. */
export function Answers(summary: string, dto: Type): MethodDecorator {
  return succeeds(summary, [dto], { $ref: getSchemaPath(dto) }, false);
}

/** An address that gives a whole list; its elements are of one of the types. */
export function AnswersAll(summary: string, ...dtos: Type[]): MethodDecorator {
  return succeeds(summary, dtos, arrayOf(dtos), false);
}

/** An address that gives a list page by page. */
export function AnswersPages(summary: string, dto: Type): MethodDecorator {
  return succeeds(summary, [dto], arrayOf([dto]), true);
}

/** An address that gives a file, without the envelope of the answers. */
export function AnswersFile(summary: string, type: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiOkResponse({
      description: summary,
      headers: { ETag: { description: 'Strong validator of the answer.', schema: { type: 'string' } } },
      content: { [type]: { schema: { type: type === 'application/json' ? 'object' : 'string' } } },
    }),
  );
}

/** An address that knows only some codes. */
export function KnowsCodes(what: string): MethodDecorator {
  return problemResponse(HttpStatus.NOT_FOUND, `No ${what} has this code.`);
}

/** An address that still says what earlier releases had. */
export function KnowsFormerCodes(what: string): MethodDecorator {
  return problemResponse(
    HttpStatus.GONE,
    `Only an earlier release had the ${what}: detail says what there is instead.`,
  );
}

/** An address of a source that a release may have been made without. */
export function NeedsSource(what: string): MethodDecorator {
  return problemResponse(HttpStatus.NOT_FOUND, `The data were published without ${what}: nothing is known of them.`);
}

/** An address of a substance: the codes of its members lead to it. */
export function LeadsToSubstance(): MethodDecorator {
  return ApiResponse({
    status: HttpStatus.MOVED_PERMANENTLY,
    description: 'The code is that of a salt that is counted under another substance: Location is its address.',
  });
}

function succeeds(summary: string, dtos: Type[], data: object, paged: boolean): MethodDecorator {
  const paging = paged ? { total: WHOLE, page: WHOLE, pageSize: WHOLE } : {};
  const meta = {
    type: 'object',
    required: ['release', ...Object.keys(paging)],
    properties: { release: RELEASE, ...paging },
  };
  const links = {
    type: 'object',
    required: ['self', 'next', 'prev'],
    properties: { self: LINK, next: LINK_OR_NULL, prev: LINK_OR_NULL },
  };
  const properties = paged ? { data, meta, links } : { data, meta };
  return applyDecorators(
    ApiOperation({ summary }),
    ApiExtraModels(...dtos),
    ApiOkResponse({
      description: summary,
      headers: { ETag: { description: 'Strong validator of the answer.', schema: { type: 'string' } } },
      schema: { type: 'object', required: Object.keys(properties), properties },
    }),
  );
}

function arrayOf(dtos: Type[]): object {
  const items = dtos.map((dto) => ({ $ref: getSchemaPath(dto) }));
  return { type: 'array', items: items.length === 1 ? items[0] : { oneOf: items } };
}

function problemResponse(status: HttpStatus, description: string): MethodDecorator & ClassDecorator {
  const content = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } };
  return ApiResponse({ status, description, content });
}
