import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** One attempt to make a release out of source files. */
@Entity()
@Check('ingestion_run_status_check', `status IN ('running', 'published', 'unchanged', 'failed', 'interrupted')`)
export class IngestionRun {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('timestamp with time zone')
  startedAt: Date;

  @Column('timestamp with time zone', { nullable: true })
  finishedAt: Date | null;

  @Column('text')
  status: 'running' | 'published' | 'unchanged' | 'failed' | 'interrupted';

  @Column('text')
  directory: string;

  /** One line per cause of a failure. */
  @Column('text', { array: true, default: '{}' })
  errors: string[];

  /** Seconds of each step that was done, in order; null in runs of older versions. */
  @Column('jsonb', { nullable: true })
  steps: { name: string; seconds: number }[] | null;
}

/** What has the number of a run in it and goes with it. */
abstract class OfRun {
  @PrimaryColumn('integer')
  runId: number;

  @ManyToOne(() => IngestionRun, { onDelete: 'CASCADE' })
  @JoinColumn()
  run: IngestionRun;
}

/** One file that a run read. */
@Entity()
export class SourceFile extends OfRun {
  /** Its path in the folder of the sources, with `/`. */
  @PrimaryColumn('text')
  file: string;

  @Column('text')
  source: string;

  /** Which of the source's tables it holds; null in runs of older versions. */
  @Column('text', { nullable: true })
  sourceTable: string | null;

  @Column('text', { nullable: true })
  vintage: string | null;

  @Column('text')
  sha256: string;

  /** A bigint: the driver gives it as a string. */
  @Column('bigint')
  bytes: string;

  @Column('text')
  encoding: string;

  @Column('integer')
  rowsRead: number;

  @Column('integer')
  rowsAccepted: number;

  /** Rejected rows by reason code. */
  @Column('json')
  rejected: Record<string, number>;
}

/** One row that could not be used. */
@Entity()
export class RejectedRow extends OfRun {
  @PrimaryColumn('text')
  file: string;

  /** From 1. */
  @PrimaryColumn('integer')
  line: number;

  @Column('text')
  reason: string;

  /** null for declarations: they are about people. */
  @Column('text', { nullable: true })
  rowText: string | null;
}
