import { Get, Header } from '@nestjs/common';
import { DatasetFilesQuery } from '../../queries/datasets/dataset-files.js';
import { presentCatalogue } from '../presenters/metadata.js';
import { Site } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

/** What catalogues of open data read of this one. */
@PageController()
export class MetadataController {
  constructor(
    private readonly site: Site,
    private readonly files: DatasetFilesQuery,
  ) {}

  @Get('/donnees.jsonld')
  @Header('content-type', 'application/ld+json; charset=utf-8')
  @Header('access-control-allow-origin', '*')
  async catalogue(@Visiting() visit: Visit): Promise<string> {
    const context = await this.site.open(visit);
    return JSON.stringify(presentCatalogue(context, await this.files.of(context.release)));
  }
}
