import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { NearCode, Problem } from '../problem.js';

class NearCodeDto implements NearCode {
  @ApiProperty()
  code: string;
  @ApiProperty({ description: 'Of what has the code.' })
  name: string;
}

export class ProblemDto implements Problem {
  @ApiProperty({ enum: ['about:blank'] })
  type: 'about:blank';
  @ApiProperty({ type: 'integer', minimum: 400, maximum: 599 })
  status: number;
  @ApiProperty({ description: 'That of the HTTP status.' })
  title: string;
  @ApiProperty({ description: 'One or more sentences: what is wrong, and what is allowed.' })
  detail: string;
  @ApiPropertyOptional({ type: [String], description: 'The query parameters at fault.' })
  parameters?: string[];
  @ApiPropertyOptional({
    type: [NearCodeDto],
    description: 'Where a code is unknown: codes of the release that are like it, or what has it; the nearest first.',
  })
  near?: NearCodeDto[];
}
