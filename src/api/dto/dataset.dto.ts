import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

/** A table that can be taken whole, and where. */
export interface DatasetAnswer {
  name: string;
  title: string;
  description: string;
  links: { csv: string; ndjson: string; schema: string };
}

class DatasetLinksDto {
  @ApiProperty({ format: 'uri' })
  csv: string;
  @ApiProperty({ format: 'uri', description: 'One JSON object a line.' })
  ndjson: string;
  @ApiProperty({ format: 'uri', description: 'Table Schema: names, types and meanings of the columns.' })
  schema: string;
}

export class DatasetDto implements DatasetAnswer {
  @ApiProperty({ example: 'cases-by-year' })
  name: string;
  @ApiProperty({ description: 'In French.', example: 'Déclarations par année' })
  title: string;
  @ApiProperty({ description: 'In French.' })
  description: string;
  @ApiProperty({ type: DatasetLinksDto })
  links: DatasetLinksDto;
}

const MARK = { message: 'true or false' };

export class DatasetParameters {
  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Of CSV: begin with a byte order mark.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean(MARK)
  bom = false;
}
