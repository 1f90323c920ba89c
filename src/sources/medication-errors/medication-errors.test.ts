import type { Parsed } from '../rows.js';
import { SourceError } from '../source-error.js';
import { medicationErrorsParser } from './medication-errors.js';
import type { MedicationErrorRow } from './rows.js';

const HEADER =
  'date;initial_erreur;nature_erreur;cause_erreur;population_erreur;effet_indesirable;gravite;denomination;dci;atc;voie';
const UNDATED = 'initial_erreur;nature_erreur;cause_erreur;population_erreur;effet_indesirable;gravite;denomination';

const parse = (text: string, header = HEADER): Parsed<MedicationErrorRow>[] => [
  ...medicationErrorsParser({ number: 1, text: header })([{ number: 2, text }]),
];

const ROW: MedicationErrorRow = {
  year: 2021,
  step: 'administration',
  nature: 'Erreur de dose',
  cause: 'Dispositif de mesure; unité confondue',
  population: 'Enfant',
  withEffect: true,
  serious: false,
  denomination: 'EXEMPLARINE 5 mg, comprimé',
};

describe('medicationErrorsParser', () => {
  it('reads every column that a figure is made of', () => {
    const text =
      '03/02/2021;Administration;Erreur de dose;"Dispositif de mesure; unité confondue";Enfant;Oui;Non grave;' +
      '"EXEMPLARINE 5 mg, comprimé";EXEMPLARIUM;N02BE01;orale';
    expect(parse(text)).toEqual([{ ok: true, line: 2, row: ROW }]);
  });

  it('takes « Oui » for an adverse effect, and « Non » for none', () => {
    expect(parse('Suivi;a;b;c;Oui;Grave;d', UNDATED)).toMatchObject([{ row: { withEffect: true, serious: true } }]);
    expect(parse('Suivi;a;b;c;NON;non grave;d', UNDATED)).toMatchObject([
      { row: { withEffect: false, serious: false } },
    ]);
  });

  it('needs no date, in the file or in the row', () => {
    expect(parse('Suivi;a;b;c;Oui;Grave;d', UNDATED)).toMatchObject([{ row: { year: null, step: 'follow_up' } }]);
    expect(parse(';Suivi;a;b;c;Oui;Grave;d')).toMatchObject([{ row: { year: null } }]);
  });

  it.each([
    ['Prescription', 'prescription'],
    ['erreur de prescription', 'prescription'],
    ['Préparation', 'preparation'],
    ['Délivrance', 'dispensing'],
    ['Dispensation', 'dispensing'],
    ["Erreur d'administration", 'administration'],
    ['Suivi thérapeutique', 'follow_up'],
    ['AUTRE', 'other'],
    ['', null],
    ['Non précisée', null],
  ])('reads the step « %s »', (cell, step) => {
    expect(parse(`;${cell};a;b;c;Oui;Grave;d`)).toMatchObject([{ row: { step } }]);
  });

  it.each(['', '-', '?', 'NC', 'N/A', 'NR', 'Inconnue', 'Non précisé', 'non renseignée', 'Non connu'])(
    'finds that « %s » says nothing',
    (cell) => {
      expect(parse(`;${cell};${cell};${cell};${cell};${cell};${cell};${cell}`)).toEqual([
        {
          ok: true,
          line: 2,
          row: {
            year: null,
            step: null,
            nature: null,
            cause: null,
            population: null,
            withEffect: null,
            serious: null,
            denomination: null,
          },
        },
      ]);
    },
  );

  it.each([
    ['2021-02-03;Suivi;a;b;c;Oui;Grave;d', 'bad_date'],
    ['31/02/2021;Suivi;a;b;c;Oui;Grave;d', 'bad_date'],
    [';Rangement;a;b;c;Oui;Grave;d', 'unknown_value'],
    [';Suivi;a;b;c;Peut-être;Grave;d', 'unknown_value'],
    [';Suivi;a;b;c;Oui;Moyenne;d', 'unknown_value'],
    [';Suivi;a;b;c;Oui;Grave', 'wrong_column_count'],
    [';Suivi;"a;b;c;Oui;Grave;d', 'unreadable'],
  ])('rejects %s as %s, keeping nothing of it', (text, reason) => {
    expect(parse(text)).toEqual([{ ok: false, line: 2, reason, text: null }]);
  });

  it('fails for a header without a required column', () => {
    expect(() => medicationErrorsParser({ number: 1, text: UNDATED.replace('effet_indesirable;', '') })).toThrow(
      new SourceError('erreurs-medicamenteuses: the header lacks the required column effet_indesirable'),
    );
  });
});
