import { Injectable } from '@nestjs/common';
import type { Population, SubstanceAnswer } from '../queries/answers.js';
import { SubstanceQuery } from '../queries/substance.js';
import { SUBSTANCE_CODE } from './codes.js';
import { Links } from './links.js';
import { MovedPermanently } from './moved-permanently.js';
import { UnknownCodes } from './unknown-codes.js';

/** Where a substance is looked for: the end of the address behind its code, and the parameters to keep. */
interface Asked {
  population: Population;
  behind: string;
  parameters: object;
}

/** The substance of an address, or what to answer instead. */
@Injectable()
export class KnownSubstances {
  constructor(
    private readonly substances: SubstanceQuery,
    private readonly unknownCodes: UnknownCodes,
    private readonly links: Links,
  ) {}

  /** @throws MovedPermanently for the code of a salt, to the same address of its substance; Fault where no substance has it */
  async byCode(releaseId: string, code: string, { population, behind, parameters }: Asked): Promise<SubstanceAnswer> {
    const substance = SUBSTANCE_CODE.test(code) ? await this.substances.byCode(releaseId, code, population) : null;
    if (substance === null) throw await this.unknownCodes.fault(releaseId, 'substance', code);
    if ('movedTo' in substance)
      throw new MovedPermanently(this.links.local(`/substances/${substance.movedTo}${behind}`, parameters));
    return substance;
  }
}
