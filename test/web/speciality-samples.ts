import type { MedicationErrors } from '../../src/queries/shortage-answers.js';
import type { SpecialityAnswer } from '../../src/queries/answers.js';
import type { Context } from '../../src/web/presenters/context.js';
import { CONTEXT, RELEASE, row, substance } from './samples.js';

/** A medicine of which nothing but its name and code is known, in a release made without any optional source. */
export const BARE: SpecialityAnswer = {
  cis: '60000001',
  name: 'NUDUM, comprimé',
  identity: {
    form: null,
    routes: [],
    status: null,
    procedure: null,
    marketing: null,
    date: null,
    holders: [],
    surveillance: false,
    bdpmStatus: null,
    europeanNumber: null,
  },
  composition: [],
  presentations: [],
  substances: [],
  exposure: null,
  atc: null,
  genericGroup: null,
  majorInterest: false,
  prescriptionConditions: [],
  smr: [],
  asmr: [],
  availability: [],
  medicationErrors: null,
  shortages: [],
  safetyNotices: [],
  available: availableParts(false),
  links: [],
};

function availableParts(all: boolean): SpecialityAnswer['available'] {
  return {
    atc: all,
    atcLabels: all,
    genericGroup: all,
    majorInterest: all,
    prescriptionConditions: all,
    smr: all,
    asmr: all,
    availability: all,
    safetyNotices: all,
    shortages: all,
    medicationErrors: all,
  };
}

/** The same medicine in a release that has every source: they have nothing to say of it. */
export const SILENT: SpecialityAnswer = {
  ...BARE,
  medicationErrors: errors({ total: { count: 0, suppressed: false } }),
  available: availableParts(true),
};

export function errors(changes: Partial<MedicationErrors> = {}): MedicationErrors {
  return {
    period: { from: 2014, to: 2023 },
    total: { count: 1000, suppressed: false },
    byPopulation: [
      { ...row('adulte', 1000), label: 'Adulte' },
      { ...row('enfant', 0), label: 'Enfant' },
    ],
    byEffect: [
      { ...row('with_effect', 300), label: 'Avec effet indésirable' },
      { ...row('without_effect', 700), label: 'Sans effet indésirable' },
      row('unknown', 0),
    ],
    byStep: [
      { ...row('prescription', null), label: 'Prescription' },
      { ...row('dispensing', 980), label: 'Délivrance' },
    ],
    // a nature that the catalogue has no words for
    byNature: [row('Erreur de lune', 1000)],
    ...changes,
  };
}

/** The vintages that the files of a release may say. */
export const SOURCED: Context = {
  ...CONTEXT,
  release: {
    ...RELEASE,
    sources: ['bdpm/CIS_InfoImportantes_20260115_bdpm.txt', 'bdpm/CIS_MITM.txt', 'atc/atc.csv'].map((file) => ({
      source: file.startsWith('atc') ? 'atc' : 'bdpm',
      file,
      vintage: file.includes('2026') ? '2026-01-15' : null,
      sha256: '',
      bytes: 1,
      encoding: 'utf-8',
      rowsRead: 1,
      rowsAccepted: 1,
      rejected: {},
    })),
  },
};

const OPINION = { reason: 'Inscription (CT)', fileCode: 'CT-1', opinion: 'https://has.test/ct-1' };

/** A medicine of which everything is known; its texts try to be HTML. */
export const FULL: SpecialityAnswer = {
  cis: '60002283',
  name: 'EXEMPLIUM <FORT> & CIE 500 mg, comprimé',
  identity: {
    form: 'comprimé',
    routes: ['orale', 'sublinguale'],
    status: 'Autorisation active',
    procedure: 'Procédure nationale',
    marketing: 'Commercialisée',
    date: '2009-10-05',
    holders: ['EXEMPLE "SANTÉ"', 'AUTRE'],
    surveillance: true,
    bdpmStatus: 'Alerte',
    europeanNumber: 'EU/1/00/001',
  },
  composition: [
    component({ code: '02203', name: 'EXEMPLARINE (CHLORHYDRATE D’)', dosage: '560 mg', substance: '02202' }),
    component({ code: '02202', name: 'EXEMPLARINE', dosage: '500 mg', nature: 'FT', substance: '02202' }),
    component({ code: '00009', name: 'SEULE', dosage: null, nature: 'FT', link: '9' }),
  ],
  presentations: [
    pack('3400949497294', 'boîte de 30'),
    { ...pack('3400949497295', 'boîte de 60'), price: null, reimbursementRates: [], marketing: null },
  ],
  substances: [{ code: '02202', name: 'EXEMPLARINE', specialityCount: 41, cases: { count: null, suppressed: true } }],
  exposure: substance().exposure,
  atc: {
    code: 'N02BE01',
    label: 'EXEMPLARINE',
    inferred: true,
    path: [
      { code: 'N', label: 'SYSTÈME NERVEUX' },
      { code: 'N02', label: null },
    ],
  },
  genericGroup: {
    id: '1',
    label: 'EXEMPLARINE 500 mg',
    type: 'reference',
    members: [
      { cis: '60002283', name: 'EXEMPLIUM <FORT> & CIE 500 mg, comprimé', type: 'reference' },
      ...Array.from({ length: 8 }, (_, index) => ({
        cis: `6000300${String(index)}`,
        name: `EXEMPLARINE LABO ${String(index)}`,
        type: index === 0 ? ('substitutable' as const) : ('generic' as const),
      })),
    ],
  },
  majorInterest: true,
  prescriptionConditions: ['liste I', 'prescription <b>hospitalière</b>'],
  smr: [
    { ...OPINION, date: '2021-02-01', value: 'Important', text: 'Première ligne.\nDeuxième <b>ligne</b>.' },
    { ...OPINION, date: '2011-02-01', value: 'Modéré', text: null, opinion: null, reason: null },
    { ...OPINION, date: '2001-02-01', value: 'Faible', text: 'x'.repeat(421) },
  ],
  asmr: [{ ...OPINION, date: '2021-02-01', value: 'V', text: null }],
  availability: [
    {
      cip13: '3400949497294',
      status: 'tension',
      label: 'Tension d’approvisionnement',
      from: '2026-01-05',
      updated: '2026-02-01',
      back: '2026-04-01',
      href: 'https://ansm.test/?a=1&b="2"',
    },
  ],
  medicationErrors: errors(),
  shortages: [
    {
      number: '19RS010',
      name: 'EXEMPLIUM',
      classification: 'risk',
      state: 'closed',
      reported: '2019-03-04',
      closed: '2019-05-01',
      year: 2019,
      causes: [
        { key: 'materials', label: 'Défaut d’approvisionnement en matière première' },
        { key: 'demand', label: 'Hausse des ventes' },
      ],
      measures: ['Contingentement', 'Importation'],
    },
    {
      number: '15RS001',
      name: 'EXEMPLIUM',
      classification: 'unknown',
      state: 'open',
      reported: null,
      closed: null,
      year: 2015,
      causes: [],
      measures: [],
    },
  ],
  safetyNotices: [
    { from: '2026-01-15', to: null, text: 'Rappel <script>', href: 'https://ansm.test/rappel' },
    { from: '2020-01-15', to: '2021-01-15', text: 'Ancienne alerte', href: null },
  ],
  available: availableParts(true),
  links: [{ rel: 'describedby', href: 'https://base.test/60002283', label: 'Fiche et notice' }],
};

function component(changes: Partial<SpecialityAnswer['composition'][number]>): SpecialityAnswer['composition'][number] {
  const usual = {
    element: 'comprimé',
    dosageReference: 'un comprimé',
    link: '1',
    nature: 'SA',
    substance: null,
  } as const;
  return { ...usual, code: '', name: '', dosage: null, ...changes };
}

function pack(cip13: string, label: string): SpecialityAnswer['presentations'][number] {
  return {
    cip13,
    cip7: '4949729',
    label,
    status: 'Présentation active',
    marketing: 'Déclaration de commercialisation',
    declarationDate: '2011-03-16',
    hospitals: true,
    reimbursementRates: ['65%'],
    priceWithoutFee: '1233.48',
    price: '1234.50',
    fee: '1.02',
    reimbursementConditions: 'Sous conditions',
  };
}
