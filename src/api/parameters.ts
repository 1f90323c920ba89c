import { BadRequestException, type ValidationError, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';

/** Query parameters as a DTO says; anything else, unknown parameters included, is a 400 that names the parameter. */
export const PARAMETERS = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  exceptionFactory: (errors) => new BadRequestException(detailOf(errors)),
});

function detailOf(errors: readonly ValidationError[]): string {
  return errors.map((error) => faultOf(error)).join(' ');
}

function faultOf({ property, constraints, target }: ValidationError): string {
  if (constraints?.['whitelistValidation'] !== undefined)
    return unknownParameter(property, target === undefined ? [] : parametersOf(target));
  return `Parameter "${property}" must be ${Object.values(constraints ?? {})[0] ?? 'something else'}.`;
}

/** The sentence for a parameter that an address does not take. */
export function unknownParameter(name: string, allowed: readonly string[]): string {
  const takes = allowed.length === 0 ? 'no parameters' : allowed.join(', ');
  return `Unknown parameter "${name}". This address takes ${takes}.`;
}

function parametersOf(target: object): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return [...new Set(rules.map((rule) => rule.propertyName))];
}
