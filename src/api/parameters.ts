import {
  type ArgumentMetadata,
  BadRequestException,
  type Type,
  type ValidationError,
  ValidationPipe,
} from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';

/** Query parameters as a DTO says; anything else, unknown parameters included, is a 400 that names the parameter. */
class Parameters extends ValidationPipe {
  constructor() {
    super({ transform: true, exceptionFactory: (errors) => new BadRequestException(errors.map(faultOf).join(' ')) });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    if (type === 'query' && metatype !== undefined)
      refuseUnknown(Object.keys(Object(value) as object), namesIn(metatype));
    return (await super.transform(value, metadata)) as unknown;
  }
}

export const PARAMETERS = new Parameters();

/** @throws BadRequestException that names the first parameter an address does not take */
export function refuseUnknown(given: readonly string[], allowed: readonly string[]): void {
  const unknown = given.find((name) => !allowed.includes(name));
  if (unknown === undefined) return;
  const takes = allowed.length === 0 ? 'no parameters' : allowed.join(', ');
  throw new BadRequestException(`Unknown parameter "${unknown}". This address takes ${takes}.`);
}

function faultOf({ property, constraints }: ValidationError): string {
  return `Parameter "${property}" must be ${Object.values(constraints ?? {})[0] ?? 'something else'}.`;
}

function namesIn(dto: Type): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  return [...new Set(rules.map((rule) => rule.propertyName))].sort();
}
