import { describe, expect, it } from '@jest/globals';
import type { SpecialityAnswer } from '../../src/queries/answers.js';
import { specialityAbout } from '../../src/web/presenters/speciality-about.js';
import { BARE, FULL } from './speciality-samples.js';

describe('the medicine, for machines', () => {
  const about = (changes: Partial<SpecialityAnswer> = {}): object =>
    specialityAbout({ ...FULL, ...changes }, 'https://site.test/specialites/60002283');
  const strengths = (dosage: string | null, reference: string | null = null): unknown =>
    about({
      composition: FULL.composition.slice(0, 1).map((row) => ({ ...row, dosage, dosageReference: reference })),
    });

  it('is what the files say, and no more', () => {
    expect(about()).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Drug',
      name: 'EXEMPLIUM <FORT> & CIE 500 mg, comprimé',
      url: 'https://site.test/specialites/60002283',
      identifier: { '@type': 'PropertyValue', propertyID: 'CIS', value: '60002283' },
      activeIngredient: 'EXEMPLARINE',
      dosageForm: 'comprimé',
      administrationRoute: ['orale', 'sublinguale'],
      availableStrength: {
        '@type': 'DrugStrength',
        activeIngredient: 'EXEMPLARINE (CHLORHYDRATE D’)',
        strengthValue: 560,
        strengthUnit: 'mg pour un comprimé',
      },
      manufacturer: [
        { '@type': 'Organization', name: 'EXEMPLE "SANTÉ"' },
        { '@type': 'Organization', name: 'AUTRE' },
      ],
      labelDetails: 'https://base.test/60002283',
    });
    expect(specialityAbout(BARE, 'https://site.test/x')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Drug',
      name: 'NUDUM, comprimé',
      url: 'https://site.test/x',
      identifier: { '@type': 'PropertyValue', propertyID: 'CIS', value: '60000001' },
    });
  });
  it('has the code of its class only where it was given one', () => {
    expect(about()).not.toHaveProperty('code');
    const own = { code: 'N02BE01', label: null, inferred: false, path: [] };
    expect(about({ atc: own })).toMatchObject({ code: { codingSystem: 'ATC', codeValue: 'N02BE01' } });
  });
  it.each([
    ['2,5 microgrammes', 2.5, 'microgrammes'],
    ['1 000 000 UI', 1_000_000, 'UI'],
    ['0,5 POUR CENT', 0.5, 'POUR CENT'],
  ])('has a strength of %s', (dosage, strengthValue, strengthUnit) => {
    expect(strengths(dosage)).toMatchObject({ availableStrength: { strengthValue, strengthUnit } });
  });
  it.each([null, 'quantité suffisante', '5 à 10 mg', '1 mg - 2 mg', '100'])('has no strength of « %s »', (dosage) => {
    expect(strengths(dosage)).not.toHaveProperty('availableStrength');
  });
});
