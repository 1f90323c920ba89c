import { BadRequestException, type CanActivate, type ExecutionContext, UseGuards } from '@nestjs/common';
import { unknownParameter } from './parameters.js';

class NoParametersGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const [unknown] = Object.keys(context.switchToHttp().getRequest<{ query: object }>().query);
    if (unknown !== undefined) throw new BadRequestException(unknownParameter(unknown, []));
    return true;
  }
}

/** For addresses without query parameters: any is an error. */
export const NoParameters = (): MethodDecorator & ClassDecorator => UseGuards(new NoParametersGuard());
