import { ApiProperty } from '@nestjs/swagger';
import type { AtcAnswer } from '../../queries/answers.js';
import { FigureDto } from './figures.dto.js';
import { AtcItemDto } from './substance.dto.js';

class AtcSubstanceDto {
  @ApiProperty({ pattern: '^\\d{5}$' })
  code: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: FigureDto, nullable: true, description: 'null in a release without declarations.' })
  cases: FigureDto | null;
}

export class AtcDto extends AtcItemDto implements AtcAnswer {
  @ApiProperty({ type: AtcItemDto, nullable: true, description: 'null for the first level.' })
  parent: AtcItemDto | null;
  @ApiProperty({ type: [AtcItemDto], description: 'The classes above, the first level first.' })
  path: AtcItemDto[];
  @ApiProperty({ type: [AtcItemDto], description: 'The classes right below.' })
  children: AtcItemDto[];
  @ApiProperty({
    type: [AtcSubstanceDto],
    description: 'Of the specialities that have the code or one below it, by name. Their figures are not added up.',
  })
  substances: AtcSubstanceDto[];
}
