import { ApiProperty } from '@nestjs/swagger';
import type { Problem } from '../problem.js';

export class ProblemDto implements Problem {
  @ApiProperty({ enum: ['about:blank'], example: 'about:blank' })
  type: 'about:blank';
  @ApiProperty({ type: 'integer', example: 400 })
  status: number;
  @ApiProperty({ example: 'Bad Request' })
  title: string;
  @ApiProperty({
    description: 'Names the parameter at fault and what is allowed.',
    example: 'Parameter "pageSize" must be a whole number from 1 to 100.',
  })
  detail: string;
}
