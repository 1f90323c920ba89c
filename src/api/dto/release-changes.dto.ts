import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import {
  CHANGED_KINDS,
  CHANGED_PARTS,
  type ChangedKind,
  type ChangeOfRelease,
  CHANGES_OF_RELEASES,
  type ReleaseChange,
} from '../../queries/release-changes.js';
import { PageParameters } from './parameters.dto.js';

export class ReleaseChangeDto implements ReleaseChange {
  @ApiProperty({ enum: CHANGED_KINDS })
  kind: ChangedKind;
  @ApiProperty({ description: 'Code of the substance, or CIS of the speciality.' })
  code: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ enum: CHANGES_OF_RELEASES })
  change: ChangeOfRelease;
  @ApiProperty({
    enum: CHANGED_PARTS,
    isArray: true,
    description: 'Which public figures are others; none where it was added or is gone.',
  })
  parts: ReleaseChange['parts'];
}

const KIND = { message: CHANGED_KINDS.join(' or ') };
const RELEASE = { message: 'the number of a release' };

export class ReleaseChangesParameters extends PageParameters {
  @ApiPropertyOptional({ enum: CHANGED_KINDS })
  @IsOptional()
  @IsIn(CHANGED_KINDS, KIND)
  kind?: ChangedKind;

  @ApiPropertyOptional({
    description: 'The release to compare with; by default the one before, real or fictitious as this one.',
    pattern: '^[0-9]{1,9}$',
  })
  @IsOptional()
  @IsString(RELEASE)
  @Matches(/^\d{1,9}$/, RELEASE)
  against?: string;
}
