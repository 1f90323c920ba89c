import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  ServiceUnavailableException,
} from '@nestjs/common';
import type { ReleaseAnswer } from '../queries/answers.js';
import { CurrentRelease } from '../queries/current-release.js';

interface Asked {
  release?: ReleaseAnswer;
}

/** Finds the release a request is answered from, once, so that no answer mixes two. Without one: 503. */
@Injectable()
export class ReleaseGuard implements CanActivate {
  constructor(private readonly current: CurrentRelease) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const release = await this.current.get();
    if (release === null) throw new ServiceUnavailableException('No data have been published yet. Try again later.');
    context.switchToHttp().getRequest<Asked>().release = release;
    return true;
  }
}

/** The release that the guard found. */
export const Release = createParamDecorator((_data: unknown, context: ExecutionContext): ReleaseAnswer => {
  const { release } = context.switchToHttp().getRequest<Asked>();
  if (release === undefined) throw new Error('A handler that takes the release needs ReleaseGuard');
  return release;
});
