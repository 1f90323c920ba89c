import { describe, expect, it } from '@jest/globals';
import type { AdverseReactions, Population } from '../../src/queries/answers.js';
import { presentDeclarations } from '../../src/web/presenters/declarations.js';
import { pyramidModel } from '../../src/web/presenters/pyramid.js';
import { ENGLISH, FRENCH } from '../../src/web/texts/language.js';
import { CONTEXT, reactions, row } from './samples.js';

const pair = (
  sex: 'female' | 'male' | 'unknown',
  ageGroup: '0-19' | '20-59' | '60+' | 'unknown',
  count: number | null,
): NonNullable<AdverseReactions['bySexAndAgeGroup']>[number] => ({
  ...row(`${sex}/${ageGroup}`, count),
  sex,
  ageGroup,
});
const PAIRS = [
  pair('female', '60+', 400),
  pair('male', '60+', 100),
  pair('unknown', '60+', 900),
  pair('male', '0-19', null),
];

/** All declarations have no rate. */
const WHOLE = reactions({
  notificationRate: null,
  bySex: [row('female', 600, null), row('male', 400, null)],
  byAgeGroup: [row('60+', 1000, null)],
  bySexAndAgeGroup: PAIRS,
});

function leadOf(answer: AdverseReactions | null, population: Population = 'all'): string {
  const { lead } = presentDeclarations(CONTEXT, answer, population);
  return lead
    .map((segment) => segment.text)
    .join('')
    .replaceAll(/[\u202f\u00a0]/g, ' ');
}

describe('the page of all declarations', () => {
  it('answers first, for the population asked for', () => {
    expect(leadOf(WHOLE)).toBe(
      'Entre 2014 et 2016, la France a compté 1 000 déclarations d’effets indésirables suspectés, tous médicaments réunis.',
    );
    expect(leadOf(WHOLE, 'female')).toContain('tous médicaments réunis, chez les femmes.');
  });
  it('says when they are none, hidden or not there', () => {
    const of = (count: number | null): AdverseReactions =>
      reactions({ cases: { count, suppressed: count === null }, notificationRate: null });
    expect(leadOf(of(0))).toContain('aucune déclaration');
    expect(leadOf(of(null))).toContain('est masqué.');
    expect(leadOf(null)).toContain('ne sont pas disponibles');
    const missing = presentDeclarations(CONTEXT, null, 'all');
    expect([missing.declarations, missing.keyFigures, missing.populations, missing.contents]).toEqual([
      null,
      [],
      [],
      [],
    ]);
    expect(missing.declarationsNote).toContain('BNPV n’a pas été chargée');
  });
  it('speaks English', () => {
    const page = presentDeclarations({ ...CONTEXT, language: ENGLISH }, WHOLE, 'male');
    expect(
      page.lead
        .map((segment) => segment.text)
        .join('')
        .replaceAll('\u00a0', ' '),
    ).toBe(
      'Between 2014 and 2016, France counted 1,000 reports of suspected adverse reactions, all medicines together, among men.',
    );
    expect(page.contents[0]?.label).toBe('Essentials');
    expect(page.declarations?.pyramid?.rows[0]?.label).toBe('60 years and over');
  });
  it('has no rate and says why', () => {
    const page = presentDeclarations(CONTEXT, WHOLE, 'all');
    expect(page.rateNote).toContain('une personne qui prend plusieurs médicaments');
    expect(page.keyFigures.map((figure) => figure.label)).not.toContain('Taux de notification');
    expect(page.declarations?.people).toMatchObject({
      title: 'Déclarations selon le sexe et l’âge',
      hasRates: false,
      columns: 3,
    });
  });
  it('keeps its filter of population at its own address', () => {
    expect(presentDeclarations(CONTEXT, WHOLE, '60+').populations.map((link) => link.href)).toContain(
      '/declarations?population=60%2B#population',
    );
  });
  it('names who declares most only when no hidden figure can be larger', () => {
    const labels = (byReporter: AdverseReactions['byReporter']): (string | undefined)[] =>
      presentDeclarations(CONTEXT, { ...WHOLE, byReporter }, 'all').keyFigures.map((figure) => figure.label);
    expect(labels([row('Médecin', 600), row('Sage-femme', null)]).at(-1)).toBe('Déclarées par : Médecin');
    // 500 of 1000 are seen: one that is hidden may be 500 too
    expect(labels([row('Médecin', 500), row('Sage-femme', null)]).at(-1)).toBe('Déclarations graves');
  });
});

describe('the pyramid of ages', () => {
  const rows = pyramidModel(FRENCH, PAIRS)?.rows ?? [];
  it('has the oldest on top, both sides on one scale from the middle', () => {
    expect(rows.map((one) => one.label)).toEqual(['60 ans et plus', '20–59 ans', '0–19 ans', 'Non renseigné']);
    expect(rows[0]?.female).toMatchObject({ width: '100.0%', start: '0.0%' });
    // those of unknown sex do not set the scale
    expect(rows[0]?.male).toMatchObject({ width: '25.0%', start: '75.0%' });
  });
  it('draws nothing of a hidden pair', () => {
    expect(rows[2]?.male).toEqual({ count: { text: '', masked: true }, percent: '', width: null, start: '100%' });
  });
  it('stands where there are no rates to read, and for the whole alone', () => {
    expect(presentDeclarations(CONTEXT, WHOLE, 'all').declarations?.pyramid?.rows).toHaveLength(4);
    expect(
      presentDeclarations(CONTEXT, reactions({ bySexAndAgeGroup: PAIRS }), 'all').declarations?.pyramid,
    ).toBeNull();
    const { bySexAndAgeGroup, ...women } = WHOLE;
    expect(bySexAndAgeGroup).toHaveLength(4);
    expect(presentDeclarations(CONTEXT, women, 'female').declarations?.pyramid).toBeNull();
  });
});
