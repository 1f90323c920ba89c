import { Module } from '@nestjs/common';
import { AvailabilityChangesQuery } from './availability-changes.js';
import { AtcQuery } from './atc.js';
import { CurrentRelease } from './current-release.js';
import { DatasetFilesQuery } from './datasets/dataset-files.js';
import { DatasetRowsQuery } from './datasets/dataset-rows.js';
import { DeclarationFiguresQuery } from './declaration-figures.js';
import { MedicationErrorStatisticsQuery } from './medication-error-statistics.js';
import { NearCodesQuery } from './near-codes.js';
import { OrganClassesQuery } from './organ-classes.js';
import { PageCodesQuery } from './page-codes.js';
import { ReleaseChangesQuery } from './release-changes.js';
import { ReleasesQuery } from './releases.js';
import { SearchQuery } from './search.js';
import { SearchIndexes } from './search-indexes.js';
import { ShortageListQuery } from './shortage-list.js';
import { ShortageStatisticsQuery } from './shortage-statistics.js';
import { SpecialityEventsQuery } from './speciality-events.js';
import { SpecialityListQuery } from './speciality-list.js';
import { SpecialityQuery } from './speciality.js';
import { SubstanceChangesQuery } from './substance-changes.js';
import { SubstanceListQuery } from './substance-list.js';
import { SubstanceQuery } from './substance.js';
import { UnavailableListQuery } from './unavailable-list.js';

const QUERIES = [
  AtcQuery,
  AvailabilityChangesQuery,
  CurrentRelease,
  DatasetFilesQuery,
  DatasetRowsQuery,
  DeclarationFiguresQuery,
  MedicationErrorStatisticsQuery,
  NearCodesQuery,
  OrganClassesQuery,
  PageCodesQuery,
  ReleaseChangesQuery,
  ReleasesQuery,
  SearchQuery,
  ShortageListQuery,
  ShortageStatisticsQuery,
  SpecialityListQuery,
  SpecialityQuery,
  SubstanceChangesQuery,
  SubstanceListQuery,
  SubstanceQuery,
  UnavailableListQuery,
];

/** Everything the readers can ask. */
@Module({ providers: [...QUERIES, SearchIndexes, SpecialityEventsQuery], exports: QUERIES })
export class QueriesModule {}
