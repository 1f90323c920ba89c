import { markedName, nearSpelling } from './search-marks.js';

const marked = (name: string, q: string): string =>
  markedName(name, q)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join('');

describe('markedName', () => {
  it.each([
    ['ADVIL 200 mg', 'advil', '[ADVIL] 200 mg'],
    ['DOLIPRANE 500 mg', 'dolip', '[DOLIP]RANE 500 mg'],
    ['DOLIPRANE 500mg', '500 doli', '[DOLI]PRANE [500]mg'],
    ['DOLIPRANE 500 mg', 'doliprne', '[DOLIPRANE] 500 mg'],
    ['ACIDE ACÉTYLSALICYLIQUE', 'acetyl', 'ACIDE [ACÉTYL]SALICYLIQUE'],
    ['OVULE D’ŒSTRADIOL', 'oestra', 'OVULE D’[ŒSTRADIOL]'],
    ['PARACÉTAMOL PARA', 'para', '[PARA]CÉTAMOL [PARA]'],
    ['FER FRE', 'fer', '[FER] FRE'],
    ['ZINC', 'cuivre', 'ZINC'],
    ['ZINC', '', 'ZINC'],
  ])('%s for %s: %s', (name, q, expected) => {
    expect(marked(name, q)).toBe(expected);
  });
  it('marks the longest of what was typed', () => {
    expect(marked('PARACÉTAMOL', 'p para')).toBe('[PARA]CÉTAMOL');
  });
  it('loses nothing of the name', () => {
    const name = ' (A) b-c, 5 %';
    expect(
      markedName(name, 'a c 5')
        .map(({ text }) => text)
        .join(''),
    ).toBe(name);
  });
});

describe('nearSpelling', () => {
  it.each([
    ['DOLIPRANE 500 mg', 'doliprne', 'doliprane'],
    ['DOLIPRANE 500 mg', '500 Doliprne', '500 doliprane'],
    ['DOLIPRANE 500 mg', 'dolip', null],
    ['DOLIPRANE 500 mg', 'doliprane', null],
    // found by another name of the substance, which is not shown
    ['PARACÉTAMOL', 'acétaminophène', null],
  ])('%s for %s: %s', (name, q, expected) => {
    expect(nearSpelling(name, q)).toBe(expected);
  });
});
