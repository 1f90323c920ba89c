import { Get, NotFoundException, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ReleaseAnswer } from '../queries/answers.js';
import { type Dataset, datasetsOf } from '../queries/datasets/dataset.js';
import { DatasetFilesQuery } from '../queries/datasets/dataset-files.js';
import { DatasetRowsQuery } from '../queries/datasets/dataset-rows.js';
import { DATASETS } from '../queries/datasets/datasets.js';
import { FORMATS, type FormatName } from '../queries/datasets/formats.js';
import { Release } from './current-release.js';
import { sendFile } from './datasets-file.js';
import { dataPackageOf, type TableSchema, tableSchemaOf } from './datasets-package.js';
import { AnswersAll, AnswersFile, ApiController, KnowsCodes } from './documentation.js';
import { type DatasetAnswer, DatasetDto, DatasetParameters } from './dto/dataset.dto.js';
import { type Answer, answer } from './envelope.js';
import { Links } from './links.js';
import { NoParameters } from './no-parameters.js';

const NAME = { name: 'name', enum: DATASETS.map(({ name }) => name) };

/** Whole tables of the release, streamed. They hold exactly what the pages show. */
@ApiController('datasets', 'Datasets')
export class DatasetsController {
  constructor(
    private readonly rows: DatasetRowsQuery,
    private readonly files: DatasetFilesQuery,
    private readonly links: Links,
  ) {}

  @Get()
  @NoParameters()
  @AnswersAll('The tables that can be taken whole', DatasetDto)
  async list(@Release() release: ReleaseAnswer): Promise<Answer<DatasetAnswer[]>> {
    const tables = await this.files.of(release);
    return answer(
      release,
      tables.map(({ dataset, rows, files }) => ({
        name: dataset.name,
        title: dataset.title,
        description: dataset.description,
        rows,
        columns: dataset.fields.length,
        files: files.map(({ format, bytes, sha256 }) => ({
          format,
          mediaType: FORMATS[format].mediaType,
          href: this.addressOf(dataset, format),
          bytes,
          sha256,
        })),
        links: {
          csv: this.addressOf(dataset, 'csv'),
          ndjson: this.addressOf(dataset, 'ndjson'),
          parquet: this.addressOf(dataset, 'parquet'),
          schema: this.links.absolute(`/datasets/${dataset.name}.schema.json`),
        },
      })),
    );
  }

  @Get('datapackage.json')
  @NoParameters()
  @AnswersFile('The tables and their files as a Frictionless Data Package', 'application/json')
  async dataPackage(@Release() release: ReleaseAnswer): Promise<object> {
    return dataPackageOf(release, await this.files.of(release), (dataset, format) => this.addressOf(dataset, format));
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
    return this.send({ release, name, format: 'csv', bom }, reply);
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
    return this.send({ release, name, format: 'ndjson' }, reply);
  }

  @Get(':name.parquet')
  @NoParameters()
  @ApiParam(NAME)
  @AnswersFile('A whole table as Apache Parquet, with typed columns', 'application/vnd.apache.parquet')
  @KnowsCodes('dataset')
  parquet(
    @Release() release: ReleaseAnswer,
    @Param('name') name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): StreamableFile {
    return this.send({ release, name, format: 'parquet' }, reply);
  }

  @Get(':name.schema.json')
  @NoParameters()
  @ApiParam(NAME)
  @AnswersFile('The Table Schema of a table', 'application/json')
  @KnowsCodes('dataset')
  schema(@Release() release: ReleaseAnswer, @Param('name') name: string): TableSchema {
    return tableSchemaOf(datasetOf(release, name));
  }

  private send({ release, name, format, bom = false }: Asked, reply: FastifyReply): StreamableFile {
    const dataset = datasetOf(release, name);
    const bytes = this.rows.file(release.id, dataset, format);
    return sendFile({ release, dataset, format, bom, bytes, isHead: reply.request.method === 'HEAD' }, reply);
  }

  private addressOf({ name }: Dataset, format: FormatName): string {
    return this.links.absolute(`/datasets/${name}.${format}`);
  }
}

interface Asked {
  release: ReleaseAnswer;
  name: string;
  format: FormatName;
  bom?: boolean;
}

function datasetOf(release: ReleaseAnswer, name: string): Dataset {
  const dataset = DATASETS.find((each) => each.name === name);
  const there = datasetsOf(release, DATASETS);
  if (dataset !== undefined && there.includes(dataset)) return dataset;
  const why =
    dataset === undefined
      ? `No dataset is called "${name.slice(0, 60)}".`
      : `The data were published without ${dataset.needs.join(' and ')}: nothing is known of ${name}.`;
  throw new NotFoundException(`${why} There are: ${there.map((each) => each.name).join(', ')}.`);
}
