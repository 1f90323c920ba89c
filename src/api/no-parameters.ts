import { type CanActivate, type ExecutionContext, UseGuards } from '@nestjs/common';
import { refuseUnknown } from './parameters.js';

class NoParametersGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    refuseUnknown(Object.keys(context.switchToHttp().getRequest<{ query: object }>().query), []);
    return true;
  }
}

/** For addresses without query parameters: any is an error. */
export const NoParameters = (): MethodDecorator & ClassDecorator => UseGuards(new NoParametersGuard());
