import { ApiProperty } from '@nestjs/swagger';
import { LICENCE } from '../attribution.js';
import type { Meta, PageLinks, PageMeta } from '../envelope.js';

export class MetaDto implements Meta {
  @ApiProperty({ description: 'Number of the release that the answer was made from.' })
  release: string;
  @ApiProperty({ enum: [LICENCE], description: 'SPDX name of the licence of the data.' })
  licence: typeof LICENCE;
  @ApiProperty({ format: 'uri' })
  licenceUrl: string;
  @ApiProperty({ description: 'The sentence to cite, in French, with the sources and the date of the release.' })
  attribution: string;
}

export class PageMetaDto extends MetaDto implements PageMeta {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Length of the whole list.' })
  total: number;
  @ApiProperty({ type: 'integer', minimum: 1 })
  page: number;
  @ApiProperty({ type: 'integer', minimum: 1 })
  pageSize: number;
}

const LINK_OR_NULL = { type: String, format: 'uri', nullable: true } as const;

export class PageLinksDto implements PageLinks {
  @ApiProperty({ format: 'uri' })
  self: string;
  @ApiProperty({ ...LINK_OR_NULL, description: 'null on the last page, and beyond it.' })
  next: string | null;
  @ApiProperty({ ...LINK_OR_NULL, description: 'null on the first page.' })
  prev: string | null;
}
