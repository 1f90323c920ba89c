import { type ArgumentMetadata, HttpStatus, type Type, type ValidationError, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { Fault } from './problem.js';

/** Of the name of an unknown parameter: what is longer is not repeated whole. */
const SHOWN = 40;

/** Query parameters as a DTO says; anything else, unknown parameters included, is a 400 that names the parameter. */
class Parameters extends ValidationPipe {
  constructor() {
    super({ transform: true, exceptionFactory: wrong });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    if (type === 'query' && metatype !== undefined)
      refuseUnknown(Object.keys(Object(value) as object), namesIn(metatype));
    return (await super.transform(value, metadata)) as unknown;
  }
}

export const PARAMETERS = new Parameters();

/** @throws Fault that names the first parameter an address does not take */
export function refuseUnknown(given: readonly string[], allowed: readonly string[]): void {
  const unknown = given.find((name) => !allowed.includes(name))?.slice(0, SHOWN);
  if (unknown === undefined) return;
  const takes = allowed.length === 0 ? 'no parameters' : allowed.join(', ');
  const detail = `Unknown parameter "${unknown}". This address takes ${takes}.`;
  throw new Fault(HttpStatus.BAD_REQUEST, detail, { parameters: [unknown] });
}

function wrong(errors: readonly ValidationError[]): Fault {
  const faults = errors.map(
    ({ property, constraints }) =>
      `Parameter "${property}" must be ${Object.values(constraints ?? {})[0] ?? 'something else'}.`,
  );
  return new Fault(HttpStatus.BAD_REQUEST, faults.join(' '), { parameters: errors.map(({ property }) => property) });
}

function namesIn(dto: Type): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  return [...new Set(rules.map((rule) => rule.propertyName))].sort();
}
