import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { OfRelease } from './release.js';

/** Medicines that may stand for one another. */
@Entity()
export class GenericGroup extends OfRelease {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  label: string;
}

/** A speciality in a generic group. */
@Entity()
@Check('generic_member_type_check', `type IN ('reference', 'generic', 'complementary_generic', 'substitutable')`)
@Index('generic_member_cis', ['releaseId', 'cis'])
export class GenericMember extends OfRelease {
  @PrimaryColumn('text')
  groupId: string;

  @PrimaryColumn('text')
  cis: string;

  @Column('text')
  type: 'reference' | 'generic' | 'complementary_generic' | 'substitutable';

  /** Whether it is the one group that its page shows: a few specialities are in several. */
  @Column('boolean')
  main: boolean;
}

/** The conditions of prescription and dispensing of a speciality. */
@Entity()
export class PrescriptionCondition extends OfRelease {
  @PrimaryColumn('text')
  cis: string;

  @Column('text', { array: true })
  conditions: string[];
}

/** What an opinion of the HAS says of a speciality: its medical benefit (SMR) or the improvement of it (ASMR). */
@Entity()
@Check('has_opinion_kind_check', `kind IN ('SMR', 'ASMR')`)
export class HasOpinion extends OfRelease {
  @PrimaryColumn('text')
  cis: string;

  @PrimaryColumn('text')
  kind: 'SMR' | 'ASMR';

  /** From 1, the latest first. */
  @PrimaryColumn('integer')
  position: number;

  /** `yyyy-mm-dd` */
  @Column('date')
  decidedOn: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text')
  value: string;

  @Column('text', { nullable: true })
  label: string | null;

  @Column('text')
  fileCode: string;

  /** The page of the opinion. */
  @Column('text', { nullable: true })
  address: string | null;
}

/** A notice about the safety of a speciality. */
@Entity()
export class SafetyNotice extends OfRelease {
  @PrimaryColumn('text')
  cis: string;

  /** From 1, the latest first. */
  @PrimaryColumn('integer')
  position: number;

  /** `yyyy-mm-dd` */
  @Column('date', { nullable: true })
  startsOn: string | null;

  /** `yyyy-mm-dd` */
  @Column('date', { nullable: true })
  endsOn: string | null;

  @Column('text')
  label: string;

  @Column('text', { nullable: true })
  address: string | null;
}

/** How a speciality, or one pack of it, can be had. */
@Entity()
@Check('availability_status_check', `status IN ('shortage', 'tension', 'discontinued', 'back')`)
export class Availability extends OfRelease {
  @PrimaryColumn('text')
  cis: string;

  /** From 1, the latest first. */
  @PrimaryColumn('integer')
  position: number;

  /** null: about all packs. */
  @Column('text', { nullable: true })
  cip13: string | null;

  @Column('text')
  status: 'shortage' | 'tension' | 'discontinued' | 'back';

  @Column('text')
  label: string;

  /** `yyyy-mm-dd` */
  @Column('date', { nullable: true })
  startsOn: string | null;

  /** `yyyy-mm-dd` */
  @Column('date', { nullable: true })
  updatedOn: string | null;

  /** `yyyy-mm-dd` */
  @Column('date', { nullable: true })
  backOn: string | null;

  @Column('text', { nullable: true })
  address: string | null;
}

/** The ATC code of a speciality. One that is not inferred makes it a medicine of major therapeutic interest. */
@Entity()
@Index('speciality_atc_code', ['releaseId', 'code'])
export class SpecialityAtc extends OfRelease {
  @PrimaryColumn('text')
  cis: string;

  @Column({ type: 'text', collation: 'C' })
  code: string;

  /** From the other members of its generic group. */
  @Column('boolean')
  inferred: boolean;
}

/** A class of the ATC tree, of any level. */
@Entity()
export class AtcClass extends OfRelease {
  @PrimaryColumn({ type: 'text', collation: 'C' })
  code: string;

  @Column('text', { nullable: true })
  label: string | null;

  /** null for the first level. */
  @Column({ type: 'text', collation: 'C', nullable: true })
  parent: string | null;
}

/** A speciality that an earlier release had and this one does not. */
@Entity()
export class FormerSpeciality extends OfRelease {
  @PrimaryColumn('text')
  cis: string;

  @Column('text')
  denomination: string;

  /** When the last release that had it was published. */
  @Column('timestamp with time zone')
  lastSeen: Date;

  /** Its generic group, where one is known. */
  @Column('text', { nullable: true })
  groupId: string | null;
}
