import { HttpException, HttpStatus } from '@nestjs/common';

/** What was asked for has another address; the answer is a redirect. */
export class MovedPermanently extends HttpException {
  constructor(readonly location: string) {
    super('Moved permanently', HttpStatus.MOVED_PERMANENTLY);
  }
}
