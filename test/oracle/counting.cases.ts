import { caseLine, drugLine, numbers, reactionLine, type CaseCells, type HandMade } from './hand-made.js';

/** Small folders and what must come out of them, written by hand: name of the rule → files → answer. */
export interface CountingCase {
  rule: string;
  folder: HandMade;
  /** A part of the oracle's answer. */
  expected: Record<string, unknown>;
}

const FICTINE: HandMade = {
  specialities: [['60000001', 'FICTALGIC 500 mg, comprimé']],
  packs: [['3400900000011', '60000001']],
  composition: [['60000001', '00001', 'FICTINE', 'SA', '1']],
};

/** Cases `from` to `to`, alike, each with a drug of that name. */
export const alike = (
  from: number,
  to: number,
  cells: CaseCells = {},
  drug = 'FICTINE',
): Pick<HandMade, 'cases' | 'drugs'> => ({
  cases: numbers(from, to).map((number) => caseLine(number, cells)),
  drugs: numbers(from, to).map((number) => drugLine(number, drug, 'Substance')),
});
export const together = (...parts: Pick<HandMade, 'cases' | 'drugs' | 'reactions'>[]): HandMade => ({
  ...FICTINE,
  cases: parts.flatMap((part) => part.cases ?? []),
  drugs: parts.flatMap((part) => part.drugs ?? []),
  reactions: parts.flatMap((part) => part.reactions ?? []),
});
export const row = (key: string, count: number, percent: number): object => ({
  key,
  count,
  percent,
  suppressed: false,
});

/** What the only substance of the answer must have for everybody. */
const forAll = (figures: object): Record<string, unknown> => ({
  substances: [{ code: '00001', adverseReactions: { all: figures } }],
});
const excluded = (foreign: number, superseded: number): object => ({ foreign, superseded });

export const COUNTING_CASES: CountingCase[] = [
  {
    rule: 'of the versions of a case only the highest counts; reactions and drugs of others are passed over, no orphans',
    folder: {
      ...FICTINE,
      cases: [
        ...numbers(1, 11).map((number) => caseLine(number, { version: 10, sex: 'M' })),
        ...numbers(1, 11).map((number) => caseLine(number, { version: 9, sex: 'F' })),
      ],
      // only the older version names the drug of case 11: 10 cases are left
      drugs: [
        ...numbers(1, 10).map((number) => drugLine(number, 'FICTINE', 'Substance', { version: 10 })),
        drugLine(11, 'FICTINE', 'Substance', { version: 9 }),
      ],
      reactions: [reactionLine(1, 'Affections cardiaques', 'Arythmies', 9)],
    },
    expected: {
      declarations: { casesRead: 22, casesKept: 11, excluded: excluded(0, 11), drugRows: 10 },
      files: [
        { file: 'bdpm/CIS_CIP_bdpm.txt' },
        { file: 'bdpm/CIS_COMPO_bdpm.txt' },
        { file: 'bdpm/CIS_bdpm.txt' },
        { file: 'bnpv/Cas-Patients.csv', rowsRead: 22, rowsAccepted: 22, rejected: {} },
        { file: 'bnpv/Effets.csv', rowsRead: 1, rowsAccepted: 1, rejected: {} },
        { file: 'bnpv/Médicaments.csv', rowsRead: 11, rowsAccepted: 11, rejected: {} },
      ],
      substances: [{ code: '00001', cases: { count: null, suppressed: true } }],
    },
  },
  {
    rule: 'of rows of one version the first whole row counts, the others are duplicates, not superseded',
    folder: {
      ...FICTINE,
      ...alike(1, 11),
      cases: [
        ...numbers(1, 11).map((number) => caseLine(number, { sex: 'M' })),
        ...numbers(1, 11).map((number) => caseLine(number, { sex: 'F' })),
      ],
    },
    expected: {
      declarations: { casesRead: 22, casesKept: 11, excluded: excluded(0, 0), drugRows: 11 },
      ...forAll({
        cases: { count: 11, suppressed: false },
        bySex: [row('female', 11, 100), row('male', 0, 0), row('unknown', 0, 0)],
      }),
    },
  },
  {
    rule: 'a foreign case is left out by its counting row; accents and case of France do not matter',
    folder: together(
      alike(1, 5, { country: 'FRANCE' }),
      alike(6, 11, { country: 'Francé' }),
      alike(12, 14, { country: 'Belgique' }),
      // an older version abroad leaves nothing out
      { cases: [caseLine(1, { version: 0, country: 'Espagne' })] },
    ),
    expected: {
      declarations: { casesRead: 15, casesKept: 11, excluded: excluded(3, 1), drugRows: 11 },
      ...forAll({ cases: { count: 11, suppressed: false } }),
    },
  },
  {
    rule: 'a rejected highest version leaves the next one; what is of no case at all is an orphan',
    folder: {
      ...together(alike(1, 11)),
      cases: [
        ...numbers(1, 11).map((number) => caseLine(number)),
        caseLine(1, { version: 2, date: '31/02/2020' }),
        caseLine(50, { date: '' }),
      ],
      reactions: [
        reactionLine(99, 'Affections cardiaques', 'Arythmies'),
        reactionLine(50, 'Affections cardiaques', 'Arythmies'),
      ],
    },
    expected: {
      declarations: { casesRead: 13, casesKept: 11, excluded: excluded(0, 0), drugRows: 11 },
      files: [
        {},
        {},
        {},
        {
          file: 'bnpv/Cas-Patients.csv',
          rowsRead: 13,
          rowsAccepted: 11,
          rejected: { bad_date: 2 },
          rejectedRows: ['13 bad_date', '14 bad_date'],
        },
        { file: 'bnpv/Effets.csv', rowsRead: 2, rowsAccepted: 1, rejected: { orphan: 1 }, rejectedRows: ['2 orphan'] },
        { file: 'bnpv/Médicaments.csv', rowsRead: 11, rowsAccepted: 11 },
      ],
    },
  },
  {
    rule: 'ages are read by unit, from the birth date without AGE, and else unknown',
    folder: together(
      alike(1, 11, { age: '19,9' }),
      alike(12, 23, { age: '240', unit: 'MOIS' }),
      alike(24, 36, { age: '300', unit: 'SEMAINES' }),
      alike(37, 50, { age: '', unit: '', birth: '//1960' }),
      alike(51, 65, { age: '126' }),
      alike(66, 81, { age: '60', unit: '' }),
      alike(82, 98, { age: '', unit: '', birth: '' }),
    ),
    // 0-19: 11 + 13, 20-59: 12, 60+: 14 + 16, unknown: 15 + 17
    expected: forAll({
      cases: { count: 98, suppressed: false },
      byAgeGroup: [row('0-19', 24, 24.49), row('20-59', 12, 12.24), row('60+', 30, 30.61), row('unknown', 32, 32.65)],
    }),
  },
  {
    rule: 'a case counts once for each substance, organ class and (organ class, term), whatever names it twice',
    folder: {
      specialities: [
        ['60000001', 'FICTALGIC 500 mg, comprimé'],
        ['60000002', 'DUO, comprimé'],
      ],
      composition: [
        ['60000001', '00001', 'FICTINE', 'SA', '1'],
        ['60000002', '00001', 'FICTINE', 'SA', '1'],
        ['60000002', '00002', 'IMAGINOL', 'SA', '2'],
      ],
      cases: numbers(1, 12).map((number) => caseLine(number)),
      drugs: numbers(1, 12).flatMap((number) => [
        drugLine(number, 'Fictiné', 'Substance'),
        drugLine(number, 'duo', 'Produit', { role: 'Interaction' }),
        drugLine(number, 'FICTALGIC 500 MG, COMPRIME', 'Spécialité', { role: '' }),
        drugLine(number, 'IMAGINOL', 'Substance', { role: 'Concomitant' }),
      ]),
      reactions: numbers(1, 12).flatMap((number) => [
        reactionLine(number, 'Affections cardiaques', 'Arythmies'),
        reactionLine(number, 'Cardiac disorders', 'ARYTHMIES'),
        reactionLine(number, 'Affections vasculaires', number === 1 ? '' : 'Arythmies'),
        reactionLine(number, 'Affections vasculaires', number === 1 ? '' : 'Bouffées'),
      ]),
    },
    expected: {
      declarations: {
        drugRows: 36,
        matched: { speciality: 12, brand: 12, substance: 12, alias: 0 },
        ambiguous: 0,
        unmatched: 0,
      },
      substances: ['00001', '00002'].map((code) => ({
        code,
        cases: { count: 12, suppressed: false },
        adverseReactions: {
          all: {
            byOrganClass: [
              {
                ...row('cardiac-disorders', 12, 100),
                label: 'Affections cardiaques',
                highLevelTerms: [{ ...row('arythmies', 12, 100), label: 'Arythmies' }],
              },
              {
                ...row('vascular-disorders', 12, 100),
                highLevelTerms: [row('arythmies', 11, 91.67), { ...row('bouffees', 11, 91.67), label: 'Bouffées' }],
              },
              ...Array.from({ length: 25 }, () => ({ count: 0, percent: 0, suppressed: false, highLevelTerms: [] })),
            ],
          },
        },
      })),
    },
  },
];
