import { Get, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { ReleaseAnswer, SpecialityItem, SubstanceAnswer, SubstanceItem } from '../queries/answers.js';
import { SpecialityListQuery } from '../queries/speciality-list.js';
import { SubstanceListQuery } from '../queries/substance-list.js';
import { SubstanceQuery } from '../queries/substance.js';
import { Release } from './current-release.js';
import { Answers, AnswersPages, ApiController, KnowsCodes, LeadsToSubstance } from './documentation.js';
import { PageParameters, PopulationParameters, SubstanceListParameters } from './dto/parameters.dto.js';
import { SpecialityItemDto } from './dto/speciality.dto.js';
import { SubstanceDto, SubstanceItemDto } from './dto/substance.dto.js';
import { type Answer, answer, type ListAnswer, listAnswer } from './envelope.js';
import { Links } from './links.js';
import { MovedPermanently } from './moved-permanently.js';

const CODE = { name: 'code', description: 'Five digits.', example: '02202' };

@ApiController('substances', 'Substances')
export class SubstancesController {
  constructor(
    private readonly substances: SubstanceQuery,
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
    const substance = await this.substances.byCode(release.id, code, parameters.population);
    if (substance === null) throw unknownSubstance(code);
    if ('movedTo' in substance)
      throw new MovedPermanently(this.links.local(`/substances/${substance.movedTo}`, parameters));
    return answer(release, substance);
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
    const substance = await this.substances.byCode(release.id, code, 'all');
    if (substance === null) throw unknownSubstance(code);
    if ('movedTo' in substance)
      throw new MovedPermanently(this.links.local(`/substances/${substance.movedTo}/specialities`, parameters));
    const { page, pageSize } = parameters;
    const list = await this.specialityList.page(release.id, { page, pageSize, substance: code });
    return listAnswer(release, list, this.links.ofPage(`/substances/${code}/specialities`, parameters, list));
  }
}

function unknownSubstance(code: string): NotFoundException {
  return new NotFoundException(`No substance has the code "${code}". Codes are five digits: see /api/v1/substances.`);
}
