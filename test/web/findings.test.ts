import { describe, expect, it } from '@jest/globals';
import { highestRate, peopleTitle, reportsTitle, seriousnessTitle } from '../../src/web/presenters/findings.js';
import { ENGLISH, FRENCH } from '../../src/web/texts/language.js';
import { rate, reactions, row } from './samples.js';

const WOMEN = row('female', 600, rate(30, [28, 32]));

describe('a finding about rates', () => {
  it('is stated when the intervals are apart', () => {
    expect(highestRate([WOMEN, row('male', 300, rate(20, [18, 27.9]))])).toBe('female');
  });
  it('is not stated when they touch', () => {
    expect(highestRate([WOMEN, row('male', 300, rate(25, [20, 28]))])).toBeNull();
  });
  it('is not stated when a group is hidden, for it may be the highest', () => {
    expect(highestRate([WOMEN, row('male', null, null)])).toBeNull();
  });
  it('leaves the unknown aside', () => {
    expect(highestRate([WOMEN, row('male', 300, rate(20, [18, 22])), row('unknown', 9)])).toBe('female');
  });
  it('compares at least two', () => {
    expect([highestRate([WOMEN]), highestRate([]), highestRate(undefined)]).toEqual([null, null, null]);
  });
});

describe('titles', () => {
  it('state what the figures bear', () => {
    // 20–59 and 60+ overlap: only the sexes differ
    expect(peopleTitle(FRENCH, reactions(), true)).toBe('Taux de notification plus élevé chez les femmes');
  });
  it('name the measure otherwise', () => {
    const equal = reactions({ bySex: [WOMEN, row('male', 300, rate(29, [27, 31]))] });
    expect(peopleTitle(FRENCH, equal, true)).toBe('Déclarations et patients traités selon le sexe et l’âge');
    expect(peopleTitle(FRENCH, equal, false)).toBe('Déclarations selon le sexe et l’âge');
  });
  it('give the ends of the years, unless one is hidden', () => {
    expect(reportsTitle(FRENCH, [row('2014', 402), row('2016', 598)])).toBe(
      'De 402 déclarations en 2014 à 598 en 2016',
    );
    expect(reportsTitle(FRENCH, [row('2014', 1), row('2016', 20)])).toBe('De 1 déclaration en 2014 à 20 en 2016');
    expect(reportsTitle(FRENCH, [row('2014', 402), row('2016', null)])).toBe('Déclarations par année');
    expect(reportsTitle(FRENCH, [row('2014', 402)])).toBe('Déclarations par année');
  });
  it('speak English too', () => {
    expect(peopleTitle(ENGLISH, reactions(), true)).toBe('Notification rate higher among women');
    expect(reportsTitle(ENGLISH, [row('2014', 1402), row('2016', 598)])).toBe(
      'From 1,402 reports in 2014 to 598 in 2016',
    );
    expect(seriousnessTitle(ENGLISH, [row('serious', 462)])).toBe('46.2% of the reports are serious');
  });
  it('give the share of serious declarations, unless it is hidden', () => {
    expect(seriousnessTitle(FRENCH, [row('serious', 462)])).toBe('46,2\u202f% des déclarations sont graves');
    expect(seriousnessTitle(FRENCH, [row('serious', null)])).toBe('Gravité des déclarations');
  });
});
