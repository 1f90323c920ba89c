import type { Parsed } from '../rows.js';
import { SourceError } from '../source-error.js';
import type { ShortageRow } from './rows.js';
import { shortagesParser } from './shortages.js';

const OLDER =
  'Numéro;État;Circuit en rupture;Classification;Nom;CIP;DCI;Code ATC;Classe Therapeutique;Nom Laboratoire;CAUSES';
const NEWER =
  'Numéro;Date Signalement;Date Clôture;État;Classification;Nom;Code CIS;CIP;DCI;Code ATC;Nom Laboratoire;CAUSES;Mesures';

const parse = (text: string, header = NEWER): Parsed<ShortageRow>[] => [
  ...shortagesParser({ number: 1, text: header })([{ number: 2, text }]),
];

const ROW: ShortageRow = {
  number: '14RS001',
  name: 'EXEMPLARINE',
  classification: 'shortage',
  open: false,
  reported: null,
  closed: null,
  year: 2014,
  cis: null,
  cip: null,
  dci: 'exemplarium',
  atc: 'N03',
  therapeuticClass: 'SYSTEME NERVEUX',
  laboratory: 'LABO',
  causes: ['demand'],
  measures: [],
  circuit: 'Ville',
};

describe('shortagesParser', () => {
  it('reads the older form, whose year is in the number', () => {
    const text =
      '14RS001;Clôturé;Ville;RUPTURE;EXEMPLARINE;;exemplarium;N03;SYSTEME NERVEUX;LABO;Augmentation des volumes';
    expect(parse(text, OLDER)).toEqual([{ ok: true, line: 2, row: ROW }]);
  });

  it('reads the newer form, whose dates come first', () => {
    const text =
      '14RS001;05/01/2015;31/03/2015;Clôturé;Risque de rupture;"EXEMPLARINE\n 5 mg";60000001;3400900000001;;N03AX16;;' +
      'Coronavirus;Importation, importation , Contingentement,';
    expect(parse(text)).toEqual([
      {
        ok: true,
        line: 2,
        row: {
          ...ROW,
          name: 'EXEMPLARINE 5 mg',
          classification: 'risk',
          reported: '2015-01-05',
          closed: '2015-03-31',
          year: 2015,
          cis: '60000001',
          cip: '3400900000001',
          dci: null,
          atc: 'N03AX16',
          therapeuticClass: null,
          laboratory: null,
          causes: ['epidemic'],
          measures: ['Importation', 'Contingentement'],
          circuit: null,
        },
      },
    ]);
  });

  it('needs four columns only', () => {
    expect(parse('20RS2;En cours;;A', 'NUMERO;etat;classification;nom')).toMatchObject([
      { row: { number: '20RS2', open: true, classification: null, name: 'A', year: 2020, causes: [], atc: null } },
    ]);
  });

  it.each([
    ['rupture', 'shortage'],
    ['RISQUE DE RUPTURE', 'risk'],
    ['Arrêt de commercialisation', 'end_of_marketing'],
    ['ARRET DE COMMERCIALISATION', 'end_of_marketing'],
    ['autre', 'other'],
    ['', null],
  ])('reads the classification « %s »', (cell, classification) => {
    expect(parse(`20RS2;;;En cours;${cell};A;;;;;;;`)).toMatchObject([{ row: { classification } }]);
  });

  it.each([
    ['N', 'N'],
    ['N03', 'N03'],
    ['N03A', 'N03A'],
    ['N03AX', 'N03AX'],
    ['c09da01', 'C09DA01'],
    ['N02A A05', 'N02AA05'],
    ['B0\t5BA10', 'B05BA10'],
    ['C09AA02.', 'C09AA02'],
    ['', null],
    ['NA', null],
    ['BO5', null],
    ['A16B05', null],
    ['B01AF01G', null],
    ['J01C R05X', null],
  ])('reads the ATC code « %s »', (cell, atc) => {
    expect(parse(`20RS2;;;En cours;;A;;;;${cell};;;`)).toMatchObject([{ ok: true, row: { atc } }]);
  });

  it('finds a CIP7 as well as a CIP13', () => {
    expect(parse('20RS2;;;En cours;;A;;3000001;;;;;')).toMatchObject([{ row: { cip: '3000001' } }]);
  });

  it.each([
    [';;;En cours;;A;;;;;;;', 'bad_code'],
    ['RS20;;;En cours;;A;;;;;;;', 'bad_code'],
    ['20RS2;;;En cours;;A;6000001;;;;;;', 'bad_code'],
    ['20RS2;;;En cours;;A;;34009;;;;;', 'bad_code'],
    ['20RS2;2020-01-05;;En cours;;A;;;;;;;', 'bad_date'],
    ['20RS2;31/02/2020;;En cours;;A;;;;;;;', 'bad_date'],
    ['20RS2;05/01/0202;;En cours;;A;;;;;;;', 'bad_date'],
    ['20RS2;;jamais;En cours;;A;;;;;;;', 'bad_date'],
    ['20RS2;;;Fermé;;A;;;;;;;', 'unknown_value'],
    ['20RS2;;;;;A;;;;;;;', 'unknown_value'],
    ['20RS2;;;En cours;Tension;A;;;;;;;', 'unknown_value'],
    ['20RS2;;;En cours;;;;;;;;;', 'unknown_value'],
    ['20RS2;;;En cours', 'wrong_column_count'],
    ['20RS2;;;En cours;;A;;;;;;;;more', 'wrong_column_count'],
    ['20RS2;;;En cours;;"A;;;;;;;', 'unreadable'],
  ])('rejects %s as %s, keeping its text', (text, reason) => {
    expect(parse(text)).toEqual([{ ok: false, line: 2, reason, text }]);
  });

  it('takes any number where there is a date', () => {
    expect(parse('RS20;05/01/2020;;En cours;;A;;;;;;;')).toMatchObject([{ row: { number: 'RS20', year: 2020 } }]);
  });

  it('fails for a header without a required column', () => {
    expect(() => shortagesParser({ number: 1, text: 'Numéro;État;CAUSES' })).toThrow(
      new SourceError('ruptures: the header lacks the required columns Classification, Nom'),
    );
  });
});
