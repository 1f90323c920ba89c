import { Get, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { ReleaseAnswer } from '../queries/answers.js';
import { type ReleaseChange, ReleaseChangesQuery } from '../queries/release-changes.js';
import { ReleasesQuery } from '../queries/releases.js';
import { Release } from './current-release.js';
import { Answers, AnswersAll, AnswersPages, ApiController, KnowsCodes } from './documentation.js';
import { ReleaseDto } from './dto/release.dto.js';
import { ReleaseChangeDto, ReleaseChangesParameters } from './dto/release-changes.dto.js';
import { type Answer, answer, type ListAnswer, listAnswer } from './envelope.js';
import { Links } from './links.js';
import { NoParameters } from './no-parameters.js';

@ApiController('releases', 'Releases')
export class ReleasesController {
  constructor(
    private readonly releases: ReleasesQuery,
    private readonly changesOf: ReleaseChangesQuery,
    private readonly links: Links,
  ) {}

  @Get()
  @NoParameters()
  @AnswersAll('Every release that is kept, the latest first', ReleaseDto)
  async list(@Release() release: ReleaseAnswer): Promise<Answer<ReleaseAnswer[]>> {
    return answer(release, await this.releases.list());
  }

  @Get('current')
  @NoParameters()
  @Answers('The release that all other answers are made from', ReleaseDto)
  current(@Release() release: ReleaseAnswer): Answer<ReleaseAnswer> {
    return answer(release, release);
  }

  /** That a figure has changed is said, and not by how much: the difference could be a small number of cases. */
  @Get(':id/changes')
  @ApiParam({ name: 'id', description: 'Number of a release that is kept, or `current`.' })
  @AnswersPages('Substances and specialities that were added, are gone, or have other public figures', ReleaseChangeDto)
  @KnowsCodes('release')
  async changes(
    @Release() release: ReleaseAnswer,
    @Param('id') asked: string,
    @Query() { against: named, ...filter }: ReleaseChangesParameters,
  ): Promise<ListAnswer<ReleaseChange>> {
    const id = await this.known(asked === 'current' ? release.id : asked);
    const against = named === undefined ? await this.changesOf.before(id) : await this.known(named);
    if (against === null)
      throw new NotFoundException(`Release ${id} is the oldest that is kept: there is none before it to compare with.`);
    const list = await this.changesOf.page(id, against, filter);
    return listAnswer(release, list, this.links.ofPage(`/releases/${id}/changes`, { against, ...filter }, list));
  }

  /** @throws NotFoundException */
  private async known(id: string): Promise<string> {
    const there = (await this.releases.list()).map((each) => each.id);
    if (there.includes(id)) return id;
    throw new NotFoundException(`No release has the number ${id.slice(0, 20)}. There are: ${there.join(', ')}.`);
  }
}
