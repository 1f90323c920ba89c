import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import type { FormerSpecialityAnswer, SpecialityAnswer } from './answers.js';
import { SpecialityEventsQuery } from './speciality-events.js';

const SPECIALITY = readSql(import.meta.url, './speciality.sql');
const DETAILS = readSql(import.meta.url, './speciality-details.sql');
const FORMER = readSql(import.meta.url, './former-speciality.sql');

type Details = Pick<
  SpecialityAnswer,
  | 'atc'
  | 'genericGroup'
  | 'majorInterest'
  | 'prescriptionConditions'
  | 'smr'
  | 'asmr'
  | 'availability'
  | 'safetyNotices'
  | 'available'
>;
interface StoredSpeciality {
  answer: Omit<SpecialityAnswer, keyof Details | 'medicationErrors' | 'shortages' | 'links'>;
  demo: boolean;
}

/** One speciality: identity, composition, packs, exposure, substances, and all else that is known of it. */
@Injectable()
export class SpecialityQuery {
  constructor(
    private readonly readers: ReadersDatabase,
    private readonly events: SpecialityEventsQuery,
  ) {}

  /** `gone` where only an earlier release had the code; null where none had it. */
  async byCis(releaseId: string, cis: string): Promise<SpecialityAnswer | { gone: FormerSpecialityAnswer } | null> {
    const [row] = await this.readers.query<StoredSpeciality[]>(SPECIALITY, [releaseId, cis]);
    if (row === undefined) return this.former(releaseId, cis);
    const [stored] = await this.readers.query<{ details: Details }[]>(DETAILS, [releaseId, cis]);
    if (stored === undefined) throw new Error('speciality-details.sql gives one row');
    const { availability, safetyNotices, available, ...details } = stored.details;
    return {
      ...row.answer,
      ...details,
      availability,
      medicationErrors: await this.events.medicationErrors(releaseId, cis),
      shortages: await this.events.shortages(releaseId, cis),
      safetyNotices,
      available,
      // a fictitious medicine has no official notice, and its code might be that of a real one
      links: row.demo ? [] : officialLinks(cis),
    };
  }

  private async former(releaseId: string, cis: string): Promise<{ gone: FormerSpecialityAnswer } | null> {
    const [row] = await this.readers.query<{ answer: FormerSpecialityAnswer }[]>(FORMER, [releaseId, cis]);
    return row === undefined ? null : { gone: row.answer };
  }
}

function officialLinks(cis: string): SpecialityAnswer['links'] {
  return [
    {
      rel: 'describedby',
      href: `https://base-donnees-publique.medicaments.gouv.fr/medicament/${cis}/extrait`,
      label: 'Fiche, résumé des caractéristiques et notice : base de données publique des médicaments',
    },
  ];
}
