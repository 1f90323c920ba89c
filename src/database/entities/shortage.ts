import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { OfRelease } from './release.js';

/** One medicine of one declaration about availability. */
@Entity()
@Check('shortage_classification_check', `classification IN ('shortage', 'risk', 'end_of_marketing', 'other')`)
@Index('shortage_cis', ['releaseId', 'cis'])
export class Shortage extends OfRelease {
  @PrimaryColumn({ type: 'text', collation: 'C' })
  number: string;

  /** The normal form of the name. */
  @PrimaryColumn({ type: 'text', collation: 'C' })
  sortName: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  classification: 'shortage' | 'risk' | 'end_of_marketing' | 'other' | null;

  @Column('boolean')
  open: boolean;

  /** `yyyy-mm-dd` */
  @Column('date', { nullable: true })
  reportedOn: string | null;

  /** `yyyy-mm-dd` */
  @Column('date', { nullable: true })
  closedOn: string | null;

  @Column('integer')
  year: number;

  /** Of a speciality of the release. */
  @Column('text', { nullable: true })
  cis: string | null;

  @Column('text', { nullable: true })
  cip: string | null;

  @Column('text', { nullable: true })
  dci: string | null;

  /** Of any level: as declared, else that of the speciality. */
  @Column({ type: 'text', collation: 'C', nullable: true })
  atc: string | null;

  @Column('text', { nullable: true })
  therapeuticClass: string | null;

  @Column('text', { nullable: true })
  laboratory: string | null;

  /** Laboratories whose names differ in case, accents and signs only have the same. */
  @Column('text', { nullable: true })
  laboratoryKey: string | null;

  /** Keys of the table of rules. */
  @Column('text', { array: true })
  causes: string[];

  @Column('text', { array: true })
  measures: string[];

  @Column('text', { nullable: true })
  circuit: string | null;

  /** The normal form of the name and the substance. */
  @Column('text')
  searchText: string;
}

/** The figures of all shortages, as served. */
@Entity()
export class ShortageStatistics extends OfRelease {
  @Column('json')
  statistics: unknown;
}

/** The public figures of all medication errors together, already disclosed. */
@Entity()
export class MedicationErrorStatistics extends OfRelease {
  @Column('json')
  statistics: unknown;
}

/** The public figures of the medication errors about a speciality, already disclosed; only of those that have any. */
@Entity()
export class MedicationErrorFigures extends OfRelease {
  @PrimaryColumn('text')
  cis: string;

  @Column('json')
  figures: unknown;
}
