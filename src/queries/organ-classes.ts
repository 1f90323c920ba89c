import { Injectable } from '@nestjs/common';
import { ORGAN_CLASSES } from '../statistics/labels.js';
import type { OrganClassAnswer } from './answers.js';

/** The organ classes that the figures are broken down by; the same in every release. */
@Injectable()
export class OrganClassesQuery {
  /** The 27, in the order of MedDRA. */
  list(): OrganClassAnswer[] {
    return ORGAN_CLASSES.map(({ key, french, english }) => ({ key, french, english }));
  }
}
