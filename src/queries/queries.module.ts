import { Module } from '@nestjs/common';
import { AtcQuery } from './atc.js';
import { CurrentRelease } from './current-release.js';
import { DeclarationFiguresQuery } from './declaration-figures.js';
import { OrganClassesQuery } from './organ-classes.js';
import { ReleasesQuery } from './releases.js';
import { SearchQuery } from './search.js';
import { SearchIndexes } from './search-indexes.js';
import { SpecialityListQuery } from './speciality-list.js';
import { SpecialityQuery } from './speciality.js';
import { SubstanceListQuery } from './substance-list.js';
import { SubstanceQuery } from './substance.js';

const QUERIES = [
  AtcQuery,
  CurrentRelease,
  DeclarationFiguresQuery,
  OrganClassesQuery,
  ReleasesQuery,
  SearchQuery,
  SpecialityListQuery,
  SpecialityQuery,
  SubstanceListQuery,
  SubstanceQuery,
];

/** Everything the readers can ask. */
@Module({ providers: [...QUERIES, SearchIndexes], exports: QUERIES })
export class QueriesModule {}
