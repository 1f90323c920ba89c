import { Get, Param, Query } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { ReleaseAnswer, SpecialityItem, SubstanceAnswer, SubstanceItem } from '../queries/answers.js';
import { SpecialityListQuery } from '../queries/speciality-list.js';
import { SubstanceListQuery } from '../queries/substance-list.js';
import { Release } from './current-release.js';
import { Answers, AnswersPages, ApiController, KnowsCodes, LeadsToSubstance } from './documentation.js';
import { PageParameters, PopulationParameters, SubstanceListParameters } from './dto/parameters.dto.js';
import { SpecialityItemDto } from './dto/speciality.dto.js';
import { SubstanceDto, SubstanceItemDto } from './dto/substance.dto.js';
import { type Answer, answer, type ListAnswer, listAnswer } from './envelope.js';
import { SUBSTANCE_CODE } from './codes.js';
import { KnownSubstances } from './known-substances.js';
import { Links } from './links.js';

const CODE = { name: 'code', description: 'Five digits.', schema: { type: 'string', pattern: SUBSTANCE_CODE.source } };

@ApiController('substances', 'Substances')
export class SubstancesController {
  constructor(
    private readonly substances: KnownSubstances,
    private readonly substanceList: SubstanceListQuery,
    private readonly specialityList: SpecialityListQuery,
    private readonly links: Links,
  ) {}

  @Get()
  @AnswersPages('The substances, with the number of their declarations', SubstanceItemDto)
  async list(
    @Release() release: ReleaseAnswer,
    @Query() parameters: SubstanceListParameters,
  ): Promise<ListAnswer<SubstanceItem>> {
    const list = await this.substanceList.page(release.id, parameters);
    return listAnswer(release, list, this.links.ofPage('/substances', parameters, list));
  }

  @Get(':code')
  @ApiParam(CODE)
  @Answers('One substance: exposure, and the declarations of one population', SubstanceDto)
  @KnowsCodes('substance')
  @LeadsToSubstance()
  async byCode(
    @Release() release: ReleaseAnswer,
    @Param('code') code: string,
    @Query() parameters: PopulationParameters,
  ): Promise<Answer<SubstanceAnswer>> {
    const { population } = parameters;
    return answer(release, await this.substances.byCode(release.id, code, { population, behind: '', parameters }));
  }

  @Get(':code/specialities')
  @ApiParam(CODE)
  @AnswersPages('The specialities that contain a substance, by name', SpecialityItemDto)
  @KnowsCodes('substance')
  @LeadsToSubstance()
  async specialities(
    @Release() release: ReleaseAnswer,
    @Param('code') code: string,
    @Query() parameters: PageParameters,
  ): Promise<ListAnswer<SpecialityItem>> {
    await this.substances.byCode(release.id, code, { population: 'all', behind: '/specialities', parameters });
    const { page, pageSize } = parameters;
    const list = await this.specialityList.page(release.id, { page, pageSize, substance: code });
    return listAnswer(release, list, this.links.ofPage(`/substances/${code}/specialities`, parameters, list));
  }
}
