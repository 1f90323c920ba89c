import { Controller, UseFilters, applyDecorators } from '@nestjs/common';
import { GonePages } from '../gone.js';
import { Moves } from '../moved-to.js';

/** A controller of pages, whose addresses may move, or be those of what is gone. */
export function PageController(): ClassDecorator {
  return applyDecorators(Controller(), UseFilters(Moves, GonePages));
}
