import { setTimeout as after } from 'node:timers/promises';
import { Get, Render, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ReleaseAnswer } from '../../queries/answers.js';
import { datasetsOf } from '../../queries/datasets/dataset.js';
import { DatasetFilesQuery } from '../../queries/datasets/dataset-files.js';
import { DATASETS } from '../../queries/datasets/datasets.js';
import { ReleasesQuery } from '../../queries/releases.js';
import { type DataPage, presentData } from '../presenters/data.js';
import type { TableFacts } from '../presenters/data-tables.js';
import { Site } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

/** How long a reader waits for the sizes of files that nobody asked for before, in ms. */
const PATIENCE = 1500;

/** Downloads, dictionary, and the sources of the release. */
@PageController()
export class DataController {
  constructor(
    private readonly site: Site,
    private readonly files: DatasetFilesQuery,
    private readonly releases: ReleasesQuery,
  ) {}

  @Get('/donnees')
  @Render('pages/data')
  async all(@Visiting() visit: Visit, @Res({ passthrough: true }) reply: FastifyReply): Promise<DataPage> {
    const context = await this.site.open(visit);
    const measured = await this.measured(context.release);
    // what is not known yet must not be kept for those who come after
    if (measured === null) reply.header('Cache-Control', 'no-store');
    const tables = measured ?? datasetsOf(context.release, DATASETS).map(unmeasured);
    return presentData(context, tables, await this.releases.list());
  }

  /** null when it takes too long: making every file of a release once is work, and goes on meanwhile. */
  private async measured(release: ReleaseAnswer): Promise<TableFacts[] | null> {
    const files = this.files.of(release);
    // whoever asks next is told of what goes wrong after the wait
    files.catch(() => undefined);
    return Promise.race([files, after(PATIENCE, null, { ref: false })]);
  }
}

function unmeasured(dataset: TableFacts['dataset']): TableFacts {
  return { dataset, rows: null, files: [] };
}
