import { Controller, UseFilters, applyDecorators } from '@nestjs/common';
import { Moves } from '../moved-to.js';

/** A controller of pages, whose addresses may move. */
export function PageController(): ClassDecorator {
  return applyDecorators(Controller(), UseFilters(Moves));
}
