import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OfRelease } from './release.js';

/** An active substance, salts counted with their base. */
@Entity()
export class Substance extends OfRelease {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  /** The normal form of the name. */
  @Column({ type: 'text', collation: 'C' })
  sortName: string;

  @Column('text', { array: true })
  synonyms: string[];

  @Column('text', { array: true })
  memberCodes: string[];

  @Column('integer')
  specialityCount: number;

  /** The public number of cases; null when suppressed or without declarations. */
  @Column('integer', { nullable: true })
  cases: number | null;

  /** null without declarations. */
  @Column('boolean', { nullable: true })
  casesSuppressed: boolean | null;

  @Column('json', { nullable: true })
  exposure: unknown;

  /** SHA-256 of its figures in all populations, by which releases are compared; null without declarations. */
  @Column('text', { nullable: true })
  figuresDigest: string | null;
}

/** A code that leads to a substance: its own or that of a salt counted with it. */
@Entity()
export class SubstanceMember extends OfRelease {
  @PrimaryColumn('text')
  memberCode: string;

  @Column('text')
  code: string;
}

/** The public figures of all declarations together, already disclosed (`StoredFigures`). */
@Entity()
export class DeclarationFigures extends OfRelease {
  @Column('json')
  figures: unknown;
}

/** The public figures of a substance, already disclosed (`StoredFigures`). */
@Entity()
export class SubstanceFigures extends OfRelease {
  @PrimaryColumn('text')
  code: string;

  @Column('json')
  figures: unknown;
}
