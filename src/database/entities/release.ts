import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { IngestionRun } from './ingestion-run.js';

/** One published, immutable set of all the figures. */
@Entity()
@Check('release_min_cell_check', 'min_cell >= 11')
export class Release {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('integer')
  runId: number;

  @ManyToOne(() => IngestionRun, { nullable: false })
  @JoinColumn()
  run: IngestionRun;

  @Column('timestamp with time zone')
  publishedAt: Date;

  @Column('boolean')
  demo: boolean;

  /** Counts from 1 to one below this are hidden in it. */
  @Column('integer')
  minCell: number;

  /** How many cases and drug rows were kept and matched; null without declarations. */
  @Column('json', { nullable: true })
  declarations: unknown;

  /** How many rows of consumers were used; null without consumers. */
  @Column('json', { nullable: true })
  exposure: unknown;

  /** How many numbers of cases it holds and how many are hidden; null without declarations. */
  @Column('json', { nullable: true })
  suppression: unknown;

  /** Every reporter of its declarations, key and label; null without declarations. */
  @Column('json', { nullable: true })
  reporters: unknown;

  @Column('integer', { nullable: true })
  declarationsFrom: number | null;

  @Column('integer', { nullable: true })
  declarationsTo: number | null;

  @Column('integer', { nullable: true })
  exposureFrom: number | null;

  @Column('integer', { nullable: true })
  exposureTo: number | null;
}

/** Which release readers see: one row, or none before the first release. */
@Entity()
@Check('published_release_only_row_check', 'only_row')
export class PublishedRelease {
  @PrimaryColumn('boolean', { default: true })
  onlyRow: true;

  @Column('integer')
  releaseId: number;

  @ManyToOne(() => Release, { nullable: false })
  @JoinColumn()
  release: Release;
}

/** What has the number of a release in it and goes with it. */
export abstract class OfRelease {
  @PrimaryColumn('integer')
  releaseId: number;

  @ManyToOne(() => Release, { onDelete: 'CASCADE' })
  @JoinColumn()
  release: Release;
}

/** What is known of a whole table of a release as a file of one format. */
@Entity()
export class DatasetFile extends OfRelease {
  @PrimaryColumn('text')
  dataset: string;

  @PrimaryColumn('text')
  format: string;

  /** How the file was made: facts of another form are about other bytes. */
  @Column('text')
  form: string;

  @Column('integer')
  rows: number;

  @Column('bigint')
  bytes: string;

  @Column('text')
  sha256: string;
}
