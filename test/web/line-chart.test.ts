import { describe, expect, it } from '@jest/globals';
import { lineChart, type YearValue } from '../../src/web/presenters/line-chart.js';
import { ENGLISH, FRENCH } from '../../src/web/texts/language.js';

const year = (key: string, count: number | null): YearValue => ({ key, count, suppressed: count === null });
const FOUR = [year('2014', 50), year('2015', 100), year('2016', null), year('2017', 25)];

describe('a line by years', () => {
  it('breaks at masked years and marks them at one height, whatever they hide', () => {
    const { wide, anyMasked, rows } = lineChart(FOUR, 'Déclarations', FRENCH);
    expect(wide.lines).toEqual(['30,113 263,30']);
    expect(wide.masks).toEqual([491]);
    expect(wide.points.map((point) => point.text)).toEqual(['50', '100', '25']);
    expect(anyMasked).toBe(true);
    expect(rows[2]).toEqual({ year: '2016', count: { text: '', masked: true }, value: '' });
  });
  it('says in words what it draws', () => {
    expect(lineChart(FOUR, 'Déclarations', FRENCH).summary).toBe('Déclarations par an : de 50 en 2014 à 25 en 2017');
    expect(lineChart([year('2014', 5)], 'Patients', FRENCH).summary).toBe('Patients par an : 5 en 2014');
    expect(lineChart([year('2014', null)], 'Déclarations', FRENCH).summary).toBe(
      'Déclarations par an : toutes les années sont masquées',
    );
  });
  it('says it in English', () => {
    const { summary, rows } = lineChart([year('2014', 1250), year('2015', 5)], 'Reports', ENGLISH);
    expect(summary).toBe('Reports a year: from 1,250 in 2014 to 5 in 2015');
    expect(rows[0]?.count.text).toBe('1,250');
  });
  it('names fewer years where there is less room, the last one always', () => {
    const ten = Array.from({ length: 10 }, (_, index) => year(String(2014 + index), 10));
    expect(lineChart(ten, 'x', FRENCH).wide.years).toHaveLength(10);
    expect(lineChart(ten, 'x', FRENCH).narrow.years.map((one) => one.text)).toEqual([
      '2015',
      '2017',
      '2019',
      '2021',
      '2023',
    ]);
  });
  it('draws zero on the base line', () => {
    const { wide } = lineChart([year('2014', 0), year('2015', 10)], 'x', FRENCH);
    expect(wide.points[0]?.y).toBe(wide.base);
  });
});
