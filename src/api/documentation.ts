import {
  applyDecorators,
  Controller,
  HttpStatus,
  type Type,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { ReleaseGuard } from './current-release.js';
import { MetaDto, PageLinksDto, PageMetaDto } from './dto/envelope.dto.js';
import { ProblemDto } from './dto/problem.dto.js';
import { LinkHeader } from './link-header.js';
import { PARAMETERS } from './parameters.js';

/** A controller of the interface: answers from the current release, and refuses parameters it does not know. */
export function ApiController(path: string, tag: string): ClassDecorator {
  return applyDecorators(
    Controller(`api/v1/${path}`),
    UseGuards(ReleaseGuard),
    UsePipes(PARAMETERS),
    UseInterceptors(new LinkHeader()),
    ApiTags(tag),
    ApiExtraModels(ProblemDto),
  );
}

/** An address that gives one thing. */
export function Answers(summary: string, dto: Type): MethodDecorator {
  return succeeds(summary, [dto], referTo(dto));
}

/** An address that gives one thing, or null in a release without its source. */
export function AnswersOrNull(summary: string, dto: Type): MethodDecorator {
  return succeeds(summary, [dto], { anyOf: [referTo(dto), { type: 'null' }] });
}

/** An address that gives a whole list; its elements are of one of the types. */
export function AnswersAll(summary: string, ...dtos: Type[]): MethodDecorator {
  const [only, ...others] = dtos.map(referTo);
  const items = others.length === 0 ? only : { oneOf: [only, ...others] };
  return succeeds(summary, dtos, { type: 'array', items });
}

/** An address that gives a list page by page. */
export function AnswersPages(summary: string, dto: Type): MethodDecorator {
  return succeeds(summary, [dto], { type: 'array', items: referTo(dto) }, true);
}

/** An address that gives a file, without the envelope of the answers. */
export function AnswersFile(summary: string, type: string): MethodDecorator {
  const isText = type.startsWith('text/') || type.endsWith('ndjson');
  const bytes = isText ? { type: 'string' } : { type: 'string', format: 'binary' };
  const schema = type === 'application/json' ? { type: 'object' } : bytes;
  return applyDecorators(
    ApiOperation({ summary }),
    ApiOkResponse({ description: summary, content: { [type]: { schema } } }),
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

function succeeds(summary: string, dtos: Type[], data: object, paged = false): MethodDecorator {
  const envelope = paged
    ? { data, meta: referTo(PageMetaDto), links: referTo(PageLinksDto) }
    : { data, meta: referTo(MetaDto) };
  return applyDecorators(
    ApiOperation({ summary }),
    ApiExtraModels(...dtos, ...(paged ? [PageMetaDto, PageLinksDto] : [MetaDto])),
    ApiOkResponse({
      description: summary,
      schema: { type: 'object', required: Object.keys(envelope), properties: envelope },
    }),
  );
}

function referTo(dto: Type): { $ref: string } {
  return { $ref: getSchemaPath(dto) };
}

function problemResponse(status: HttpStatus, description: string): MethodDecorator {
  const content = { 'application/problem+json': { schema: referTo(ProblemDto) } };
  return ApiResponse({ status, description, content });
}
