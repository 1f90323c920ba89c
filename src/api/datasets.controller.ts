import { Readable } from 'node:stream';
import { Get, NotFoundException, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ReleaseAnswer } from '../queries/answers.js';
import { DatasetRowsQuery } from '../queries/datasets/dataset-rows.js';
import { type Dataset, DATASETS } from '../queries/datasets/datasets.js';
import { Release } from './current-release.js';
import { csvOf, ndjsonOf, type TableSchema, tableSchemaOf } from './dataset-formats.js';
import { AnswersAll, AnswersFile, ApiController, KnowsCodes } from './documentation.js';
import { type DatasetAnswer, DatasetDto, DatasetParameters } from './dto/dataset.dto.js';
import { type Answer, answer } from './envelope.js';
import { Links } from './links.js';
import { NoParameters } from './no-parameters.js';

const NAME = { name: 'name', enum: DATASETS.map(({ name }) => name), example: 'cases-by-year' };

/** Whole tables of the release, streamed. They hold exactly what the pages show. */
@ApiController('datasets', 'Datasets')
export class DatasetsController {
  constructor(
    private readonly rows: DatasetRowsQuery,
    private readonly links: Links,
  ) {}

  @Get()
  @NoParameters()
  @AnswersAll('The tables that can be taken whole', DatasetDto)
  list(@Release() release: ReleaseAnswer): Answer<DatasetAnswer[]> {
    return answer(
      release,
      DATASETS.map(({ name, title, description }) => ({
        name,
        title,
        description,
        links: {
          csv: this.links.absolute(`/datasets/${name}.csv`),
          ndjson: this.links.absolute(`/datasets/${name}.ndjson`),
          schema: this.links.absolute(`/datasets/${name}.schema.json`),
        },
      })),
    );
  }

  @Get(':name.csv')
  @ApiParam(NAME)
  @AnswersFile('A whole table as CSV (RFC 4180, UTF-8)', 'text/csv')
  @KnowsCodes('dataset')
  csv(
    @Release() release: ReleaseAnswer,
    @Param('name') name: string,
    @Query() { bom }: DatasetParameters,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): StreamableFile {
    const dataset = datasetOf(name);
    const text = csvOf(dataset, this.rows.blocks(release.id, dataset), bom);
    const variant = bom ? 'bom.csv' : 'csv';
    return streamed(reply, text, { release, name, variant, type: 'text/csv; charset=utf-8; header=present' });
  }

  @Get(':name.ndjson')
  @NoParameters()
  @ApiParam(NAME)
  @AnswersFile('A whole table as one JSON object a line', 'application/x-ndjson')
  @KnowsCodes('dataset')
  ndjson(
    @Release() release: ReleaseAnswer,
    @Param('name') name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): StreamableFile {
    const dataset = datasetOf(name);
    const text = ndjsonOf(dataset, this.rows.blocks(release.id, dataset));
    return streamed(reply, text, { release, name, variant: 'ndjson', type: 'application/x-ndjson; charset=utf-8' });
  }

  @Get(':name.schema.json')
  @NoParameters()
  @ApiParam(NAME)
  @AnswersFile('The Table Schema of a table', 'application/json')
  @KnowsCodes('dataset')
  schema(@Param('name') name: string): TableSchema {
    return tableSchemaOf(datasetOf(name));
  }
}

function datasetOf(name: string): Dataset {
  const dataset = DATASETS.find((each) => each.name === name);
  if (dataset !== undefined) return dataset;
  throw new NotFoundException(
    `No dataset is called "${name}". There are: ${DATASETS.map((each) => each.name).join(', ')}.`,
  );
}

interface Streamed {
  release: ReleaseAnswer;
  name: string;
  variant: string;
  type: string;
}

function streamed(
  reply: FastifyReply,
  text: AsyncIterable<string>,
  { release, name, variant, type }: Streamed,
): StreamableFile {
  // a release never changes, and neither do the bytes that are made of it: no hash of the whole is needed first
  reply.header('ETag', `"${release.id}.${name}.${variant}"`);
  const disposition = `attachment; filename="${name}.${variant.replace('bom.', '')}"`;
  return new StreamableFile(Readable.from(text, { objectMode: false }), { type, disposition });
}
