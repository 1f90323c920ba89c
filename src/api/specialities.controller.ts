import { Get, HttpStatus, Param, Query } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FormerSpecialityAnswer, ReleaseAnswer, SpecialityAnswer, SpecialityItem } from '../queries/answers.js';
import { SpecialityListQuery } from '../queries/speciality-list.js';
import { SpecialityQuery } from '../queries/speciality.js';
import { Release } from './current-release.js';
import { Answers, AnswersPages, ApiController, KnowsCodes, KnowsFormerCodes } from './documentation.js';
import { SpecialityListParameters } from './dto/parameters.dto.js';
import { SpecialityDto, SpecialityItemDto } from './dto/speciality.dto.js';
import { type Answer, answer, type ListAnswer, listAnswer } from './envelope.js';
import { Links } from './links.js';
import { CIS } from './codes.js';
import { NoParameters } from './no-parameters.js';
import { Fault } from './problem.js';
import { UnknownCodes } from './unknown-codes.js';

@ApiController('specialities', 'Specialities')
export class SpecialitiesController {
  constructor(
    private readonly specialities: SpecialityQuery,
    private readonly specialityList: SpecialityListQuery,
    private readonly unknownCodes: UnknownCodes,
    private readonly links: Links,
  ) {}

  @Get()
  @AnswersPages('The specialities, by name', SpecialityItemDto)
  async list(
    @Release() release: ReleaseAnswer,
    @Query() parameters: SpecialityListParameters,
  ): Promise<ListAnswer<SpecialityItem>> {
    const list = await this.specialityList.page(release.id, parameters);
    return listAnswer(release, list, this.links.ofPage('/specialities', parameters, list));
  }

  @Get(':cis')
  @NoParameters()
  @ApiParam({ name: 'cis', description: 'Eight digits.', schema: { type: 'string', pattern: CIS.source } })
  @Answers('One speciality: identity, composition, packs, exposure, substances', SpecialityDto)
  @KnowsCodes('speciality')
  @KnowsFormerCodes('speciality')
  async byCis(@Release() release: ReleaseAnswer, @Param('cis') cis: string): Promise<Answer<SpecialityAnswer>> {
    const speciality = CIS.test(cis) ? await this.specialities.byCis(release.id, cis) : null;
    if (speciality === null) throw await this.unknownCodes.fault(release.id, 'speciality', cis);
    if ('gone' in speciality) throw gone(speciality.gone);
    return answer(release, speciality);
  }
}

function gone({ cis, name, lastSeen, replacedBy }: FormerSpecialityAnswer): Fault {
  const known = `"${name}" (CIS ${cis}) is not in this release any more; the last that had it is of ${lastSeen}.`;
  const others = replacedBy.map((other) => `${other.cis} ${other.name}`).join('; ');
  const detail =
    others === '' ? `${known} Nothing is known to replace it.` : `${known} Its generic group has: ${others}.`;
  return new Fault(HttpStatus.GONE, detail, {
    near: replacedBy.map((other) => ({ code: other.cis, name: other.name })),
  });
}
