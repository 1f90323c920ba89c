import type { Parsed } from '../rows.js';
import { SourceError } from '../source-error.js';
import { ORGAN_CLASSES, organClassKey } from './organ-classes.js';
import { reactionsParser } from './reactions.js';
import type { ReactionRow } from './rows.js';

const HEADER = { number: 1, text: 'EFFET_SOC;EFFET_HLT;AER_ID;CAS;VER;EFFET_PT' };
const parse = (...texts: string[]): Parsed<ReactionRow>[] => [
  ...reactionsParser(HEADER)(texts.map((text, i) => ({ number: i + 2, text }))),
];
const reject = (line: number, reason: string) => ({ ok: false, line, reason, text: null });

describe('reactionsParser', () => {
  it('reads rows, quoted cells included', () => {
    const version = { aerId: '104211', cas: 'BX20190417', version: 2 };
    expect(
      parse(
        'Affections cardiaques;"Arythmies; troubles du rythme";104211;BX20190417;2;Tachycardie',
        'CARDIAC DISORDERS;;104211;BX20190417;2',
      ),
    ).toEqual([
      {
        ok: true,
        line: 2,
        row: { ...version, organClass: 'cardiac-disorders', highLevelTerm: 'Arythmies; troubles du rythme' },
      },
      { ok: true, line: 3, row: { ...version, organClass: 'cardiac-disorders', highLevelTerm: null } },
    ]);
  });

  it('rejects what cannot be used and keeps nothing of it', () => {
    expect(
      parse(
        'Affections inconnues;A;1;B;2;',
        ';A;1;B;2;',
        'Affections cardiaques;A;;B;2;',
        'Affections cardiaques;A;1;;2;',
        'Affections cardiaques;A;1;B;deux;',
        'Affections cardiaques;A;1;B',
        'Affections cardiaques;A;1;B;2;C;D',
        'Affections cardiaques;"A;1;B;2;C',
      ),
    ).toEqual([
      reject(2, 'unknown_value'),
      reject(3, 'unknown_value'),
      reject(4, 'bad_code'),
      reject(5, 'bad_code'),
      reject(6, 'bad_number'),
      reject(7, 'wrong_column_count'),
      reject(8, 'wrong_column_count'),
      reject(9, 'unreadable'),
    ]);
  });

  it('fails for a header without a required column', () => {
    expect(() => reactionsParser({ number: 1, text: 'AER_ID;CAS;VER;EFFET_HLT' })).toThrow(
      new SourceError('Effets: the header lacks the required column EFFET_SOC'),
    );
  });
});

describe('organClassKey', () => {
  it('knows 27 classes by their French and English names', () => {
    expect(ORGAN_CLASSES).toHaveLength(27);
    expect(new Set(ORGAN_CLASSES.map(({ key }) => key)).size).toBe(27);
    for (const { key, english, french } of ORGAN_CLASSES) {
      expect([organClassKey(english), organClassKey(french)]).toEqual([key, key]);
    }
  });

  it.each([
    ['affections de l’oreille et du labyrinthe', 'ear-and-labyrinth-disorders'],
    ['AFFECTIONS  GASTRO-INTESTINALES', 'gastrointestinal-disorders'],
    [
      'Tumeurs bénignes malignes et non précisées (incl kystes et polypes)',
      'neoplasms-benign-malignant-and-unspecified-incl-cysts-and-polyps',
    ],
    ['Respiratory thoracic and mediastinal disorders', 'respiratory-thoracic-and-mediastinal-disorders'],
    ['Affections musculo-squelettiques et du tissu conjonctif', 'musculoskeletal-and-connective-tissue-disorders'],
    ['Lésions, intoxications et complications liées aux procédures', 'injury-poisoning-and-procedural-complications'],
    ['Problèmes liés au produit', 'product-issues'],
    ['Affections', null],
    ['', null],
  ])('leads from %p to %p', (name, key) => {
    expect(organClassKey(name)).toBe(key);
  });
});
