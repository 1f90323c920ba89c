import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readSql } from '../database/sql.js';
import type { SpecialityAnswer } from './answers.js';

const SPECIALITY = readSql(import.meta.url, './speciality.sql');

interface StoredSpeciality {
  answer: Omit<SpecialityAnswer, 'links'>;
  demo: boolean;
}

/** One speciality: identity, composition, packs, exposure, substances. */
@Injectable()
export class SpecialityQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** null where no speciality has the code. */
  async byCis(releaseId: string, cis: string): Promise<SpecialityAnswer | null> {
    const [row] = await this.dataSource.query<StoredSpeciality[]>(SPECIALITY, [releaseId, cis]);
    if (row === undefined) return null;
    // a fictitious medicine has no official notice, and its code might be that of a real one
    return { ...row.answer, links: row.demo ? [] : officialLinks(cis) };
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
