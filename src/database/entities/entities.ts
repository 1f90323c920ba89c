import { IngestionRun, RejectedRow, SourceFile } from './ingestion-run.js';
import {
  AtcClass,
  Availability,
  FormerSpeciality,
  GenericGroup,
  GenericMember,
  HasOpinion,
  PrescriptionCondition,
  SafetyNotice,
  SpecialityAtc,
} from './medicine-details.js';
import { Alias, SearchEntry, UnmatchedName } from './names.js';
import { DatasetFile, PublishedRelease, Release } from './release.js';
import { MedicationErrorFigures, MedicationErrorStatistics, Shortage, ShortageStatistics } from './shortage.js';
import { Component, Presentation, Speciality, SpecialitySubstance } from './speciality.js';
import { DeclarationFigures, Substance, SubstanceFigures, SubstanceMember } from './substance.js';

/** Every table, as TypeORM sees it; a test holds them to the migrations. */
export const ENTITIES = [
  IngestionRun,
  SourceFile,
  RejectedRow,
  Release,
  PublishedRelease,
  DatasetFile,
  Substance,
  SubstanceMember,
  SubstanceFigures,
  DeclarationFigures,
  Speciality,
  Presentation,
  Component,
  SpecialitySubstance,
  GenericGroup,
  GenericMember,
  PrescriptionCondition,
  HasOpinion,
  SafetyNotice,
  Availability,
  SpecialityAtc,
  AtcClass,
  FormerSpeciality,
  Shortage,
  ShortageStatistics,
  MedicationErrorStatistics,
  MedicationErrorFigures,
  UnmatchedName,
  Alias,
  SearchEntry,
];
