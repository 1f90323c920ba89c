import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { OfRelease } from './release.js';

/** A medicine as authorised. */
@Entity()
export class Speciality extends OfRelease {
  @PrimaryColumn('text')
  cis: string;

  @Column('text')
  denomination: string;

  /** The normal form of the denomination. */
  @Column({ type: 'text', collation: 'C' })
  sortName: string;

  @Column('text', { nullable: true })
  form: string | null;

  @Column('text', { array: true })
  routes: string[];

  @Column('text', { nullable: true })
  status: string | null;

  @Column('text', { nullable: true })
  procedure: string | null;

  @Column('text', { nullable: true })
  marketing: string | null;

  /** `yyyy-mm-dd` */
  @Column('date', { nullable: true })
  authorisationDate: string | null;

  @Column('text', { nullable: true })
  bdpmStatus: string | null;

  @Column('text', { nullable: true })
  europeanNumber: string | null;

  @Column('text', { array: true })
  holders: string[];

  @Column('boolean')
  enhancedSurveillance: boolean;

  @Column('json', { nullable: true })
  exposure: unknown;
}

/** A pack of a speciality. */
@Entity()
@Index('presentation_cis', ['releaseId', 'cis'])
export class Presentation extends OfRelease {
  @PrimaryColumn('text')
  cip13: string;

  @Column('text')
  cip7: string;

  @Column('text')
  cis: string;

  @Column('text')
  label: string;

  @Column('text', { nullable: true })
  status: string | null;

  @Column('text', { nullable: true })
  marketing: string | null;

  /** `yyyy-mm-dd` */
  @Column('date', { nullable: true })
  declarationDate: string | null;

  @Column('boolean', { nullable: true })
  hospitals: boolean | null;

  @Column('text', { array: true })
  reimbursementRates: string[];

  /** Euros, as the driver gives a numeric: text. */
  @Column('numeric', { precision: 12, scale: 2, nullable: true })
  priceWithoutFee: string | null;

  /** Euros. */
  @Column('numeric', { precision: 12, scale: 2, nullable: true })
  price: string | null;

  /** Euros. */
  @Column('numeric', { precision: 12, scale: 2, nullable: true })
  fee: string | null;

  @Column('text', { nullable: true })
  reimbursementConditions: string | null;
}

/** One line of the composition of a speciality. */
@Entity()
@Check('component_nature_check', `nature IN ('SA', 'FT')`)
export class Component extends OfRelease {
  @PrimaryColumn('text')
  cis: string;

  @PrimaryColumn('integer')
  position: number;

  @Column('text')
  element: string;

  /** The code of the source: of a salt, perhaps. */
  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  dosage: string | null;

  @Column('text', { nullable: true })
  dosageReference: string | null;

  /** Active substance or therapeutic fraction. */
  @Column('text')
  nature: 'SA' | 'FT';

  /** Ties an active substance to its therapeutic fraction. */
  @Column('text')
  link: string;
}

/** Which substances, salts counted with their base, a speciality has. */
@Entity()
@Index('speciality_substance_cis', ['releaseId', 'cis'])
export class SpecialitySubstance extends OfRelease {
  @PrimaryColumn('text')
  code: string;

  @PrimaryColumn('text')
  cis: string;
}
