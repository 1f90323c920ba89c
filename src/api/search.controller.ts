import { Get, Query } from '@nestjs/common';
import type { ReleaseAnswer, SearchAnswer } from '../queries/answers.js';
import { SearchQuery } from '../queries/search.js';
import { Release } from './current-release.js';
import { AnswersAll, ApiController } from './documentation.js';
import { SearchParameters } from './dto/parameters.dto.js';
import { SpecialityFoundDto, SubstanceFoundDto } from './dto/search.dto.js';
import { type Answer, answer } from './envelope.js';

@ApiController('search', 'Search')
export class SearchController {
  constructor(private readonly search: SearchQuery) {}

  @Get()
  @AnswersAll('Substances and specialities by name or code, best first', SubstanceFoundDto, SpecialityFoundDto)
  async find(
    @Release() release: ReleaseAnswer,
    @Query() { q, limit }: SearchParameters,
  ): Promise<Answer<SearchAnswer[]>> {
    return answer(release, await this.search.find(release.id, q, limit));
  }
}
