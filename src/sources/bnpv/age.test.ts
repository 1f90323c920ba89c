import fc from 'fast-check';
import { ageGroup } from './age.js';

const groupOf = (number: string, unit: string, birthDate = '') => ageGroup({ number, unit }, birthDate, 2019);

describe('ageGroup', () => {
  it.each([
    ['0', 'ANS', '0-19'],
    ['19', 'ANS', '0-19'],
    ['19,99', 'ANS', '0-19'],
    ['19.99', '', '0-19'],
    ['20', 'ANS', '20-59'],
    ['59,9', 'ans', '20-59'],
    ['60', '', '60+'],
    ['125', 'ANS', '60+'],
    ['125,9', 'ANS', '60+'],
    ['126', 'ANS', 'unknown'],
    ['-1', 'ANS', 'unknown'],
    ['18', 'MOIS', '0-19'],
    ['239', 'MOIS', '0-19'],
    ['240', 'MOIS', '20-59'],
    ['720', 'mois', '60+'],
    ['1511', 'MOIS', '60+'],
    ['1512', 'MOIS', 'unknown'],
    ['3000', 'SEMAINES', '0-19'],
    ['40000', 'JOURS', '0-19'],
    ['12', 'HEURES', '0-19'],
    ['30', 'DECENNIES', 'unknown'],
    ['trente', 'ANS', 'unknown'],
    ['30 ans', '', 'unknown'],
    ['1e1', 'ANS', 'unknown'],
    ['3,', 'ANS', 'unknown'],
  ])('puts AGE %p %p in %s', (number, unit, group) => {
    expect(groupOf(number, unit)).toBe(group);
  });

  it.each([
    ['14/03/1950', '60+'],
    ['/03/1999', '20-59'],
    ['//2000', '0-19'],
    ['//2019', '0-19'],
    ['//2020', 'unknown'],
    ['//1894', '60+'],
    ['//1893', 'unknown'],
    ['31/02/1950', 'unknown'],
    ['1950', 'unknown'],
    ['', 'unknown'],
  ])('puts a birth of %p, without AGE, in %s', (birthDate, group) => {
    expect(groupOf('', 'ANS', birthDate)).toBe(group);
  });

  it('does not look at the birth when an AGE is given', () => {
    expect(groupOf('30', 'ANS', '//1930')).toBe('20-59');
    expect(groupOf('?', 'ANS', '//1930')).toBe('unknown');
  });

  it('rounds months down to completed years', () => {
    fc.assert(
      fc.property(fc.nat({ max: 125 }), fc.nat({ max: 11 }), (years, months) => {
        expect(groupOf(String(years * 12 + months), 'MOIS')).toBe(groupOf(String(years), 'ANS'));
      }),
    );
  });
});
