import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { OfRelease } from './release.js';

/** A name of the declarations that led to no substance, or to several. */
@Entity()
@Check('unmatched_name_outcome_check', `outcome IN ('unmatched', 'ambiguous')`)
export class UnmatchedName extends OfRelease {
  @PrimaryColumn('text')
  name: string;

  @PrimaryColumn('text')
  type: string;

  @Column('text')
  outcome: 'unmatched' | 'ambiguous';

  /** The real number of cases: for staff only. */
  @Column('integer')
  cases: number;
}

/** A name that staff tied to substances, in every later run. */
@Entity()
@Check('alias_codes_check', 'cardinality(codes) > 0')
export class Alias {
  @PrimaryColumn('text')
  name: string;

  @Column('text', { array: true })
  codes: string[];
}

/** One thing that the search finds. */
@Entity()
@Check('search_entry_type_check', `type IN ('substance', 'speciality')`)
// TypeORM has no words for an index of trigrams: the migration makes it
@Index('search_entry_text', { synchronize: false })
export class SearchEntry extends OfRelease {
  @PrimaryColumn('text')
  type: 'substance' | 'speciality';

  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  /** The normal form of all its names. */
  @Column('text')
  searchText: string;

  /** The heavier first among equals. */
  @Column('integer')
  weight: number;
}
