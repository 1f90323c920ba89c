import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { FORMAT_NAMES, type FormatName } from '../../queries/datasets/formats.js';

/** A file of a table, with what tells whether it came whole. */
interface DatasetFileAnswer {
  format: FormatName;
  mediaType: string;
  href: string;
  bytes: number;
  sha256: string;
}

/** A table that can be taken whole, and where. */
export interface DatasetAnswer {
  name: string;
  title: string;
  description: string;
  rows: number;
  columns: number;
  files: DatasetFileAnswer[];
  links: { csv: string; ndjson: string; parquet: string; schema: string };
}

class DatasetFileDto implements DatasetFileAnswer {
  @ApiProperty({ enum: FORMAT_NAMES })
  format: FormatName;
  @ApiProperty()
  mediaType: string;
  @ApiProperty({ format: 'uri' })
  href: string;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'As it is without compression.' })
  bytes: number;
  @ApiProperty({ pattern: '^[0-9a-f]{64}$', description: 'Of the same bytes.' })
  sha256: string;
}

class DatasetLinksDto {
  @ApiProperty({ format: 'uri' })
  csv: string;
  @ApiProperty({ format: 'uri', description: 'One JSON object a line.' })
  ndjson: string;
  @ApiProperty({ format: 'uri', description: 'Apache Parquet: typed columns, compressed with Snappy.' })
  parquet: string;
  @ApiProperty({ format: 'uri', description: 'Table Schema: names, types, meanings and keys of the columns.' })
  schema: string;
}

export class DatasetDto implements DatasetAnswer {
  @ApiProperty()
  name: string;
  @ApiProperty({ description: 'In French.' })
  title: string;
  @ApiProperty({ description: 'In French.' })
  description: string;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Without the header.' })
  rows: number;
  @ApiProperty({ type: 'integer', minimum: 1 })
  columns: number;
  @ApiProperty({ type: [DatasetFileDto] })
  files: DatasetFileDto[];
  @ApiProperty({ type: DatasetLinksDto })
  links: DatasetLinksDto;
}

const MARK = { message: 'true or false' };

export class DatasetParameters {
  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Begin with a byte order mark.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean(MARK)
  bom = false;
}
