import fc from 'fast-check';
import { type CountedShortage, quantile, shortageStatistics } from './shortages.js';

const SHORTAGE: CountedShortage = {
  number: '20RS1',
  classification: 'shortage',
  open: false,
  reported: null,
  closed: null,
  year: 2020,
  atc: null,
  laboratory: null,
  causes: [],
  measures: [],
};

const of = (...shortages: Partial<CountedShortage>[]): ReturnType<typeof shortageStatistics> =>
  shortageStatistics(
    shortages.map((shortage) => ({ ...SHORTAGE, ...shortage })),
    new Map([['N', 'Système nerveux']]),
  );

describe('shortageStatistics', () => {
  it('counts medicines, and declarations once', () => {
    expect(of({}, { open: true }, { number: '20RS2' })).toMatchObject({
      medicines: 3,
      declarations: 2,
      open: 1,
      closed: 2,
    });
  });

  it('lists every year from the first to the last, and every classification', () => {
    const { period, byYear, byClassification } = of({ year: 2018 }, { year: 2020, classification: null });
    expect(period).toEqual({ from: 2018, to: 2020 });
    expect(byYear).toEqual([
      { key: '2018', label: '2018', count: 1, percent: 50 },
      { key: '2019', label: '2019', count: 0, percent: 0 },
      { key: '2020', label: '2020', count: 1, percent: 50 },
    ]);
    expect(byClassification.map(({ key, count }) => [key, count])).toEqual([
      ['shortage', 1],
      ['risk', 0],
      ['end_of_marketing', 0],
      ['other', 0],
      ['unknown', 1],
    ]);
  });

  it('counts each cause of a declaration, and says the share of others', () => {
    const { byCause, otherCausePercent } = of(
      { causes: ['demand', 'capacity'] },
      { causes: ['demand'] },
      { causes: ['other'] },
      {},
    );
    expect(byCause).toEqual([
      { key: 'demand', label: 'Augmentation des volumes de vente', count: 2, percent: 50 },
      { key: 'other', label: 'Autre', count: 1, percent: 25 },
      { key: 'capacity', label: 'Capacité de production insuffisante', count: 1, percent: 25 },
      { key: 'unknown', label: 'Non renseigné', count: 1, percent: 25 },
    ]);
    expect(otherCausePercent).toBe(25);
  });

  it('counts by the first level of ATC, bare where it has no label', () => {
    expect(
      of({ atc: 'N02BE01' }, { atc: 'N' }, { atc: 'C09' }, {}).byAtcClass.map(({ label, count }) => [label, count]),
    ).toEqual([
      ['Système nerveux', 2],
      ['C', 1],
      ['Non renseigné', 1],
    ]);
  });

  it('takes spellings for one that differ in case, accents and signs only', () => {
    const { byLaboratory, byMeasure } = of(
      { laboratory: 'B. Braun', measures: ['Importation', 'Dépannage'] },
      { laboratory: 'B.BRAUN' },
      { laboratory: 'B.BRAUN', measures: ['importation'] },
    );
    expect(byLaboratory).toEqual([{ key: 'b-braun', label: 'B.BRAUN', count: 3, percent: 100 }]);
    expect(byMeasure.map(({ label, count }) => [label, count])).toEqual([
      ['Importation', 2],
      ['Dépannage', 1],
      ['Non renseigné', 1],
    ]);
  });

  it('measures how long they last, where both days are given in their order', () => {
    const { durations } = of(
      { reported: '2020-02-28', closed: '2020-03-01' },
      { reported: '2020-01-01', closed: '2020-01-01', classification: 'risk' },
      { reported: '2020-03-28', closed: '2020-04-02' },
      { reported: '2020-05-01', closed: '2020-04-02' },
      { reported: '2020-05-01' },
    );
    expect(durations.all).toEqual({ count: 3, firstQuartile: 1, median: 2, thirdQuartile: 3.5 });
    expect(durations.byYear).toEqual([{ key: '2020', label: '2020', ...durations.all }]);
    expect(durations.byClassification.slice(0, 3)).toEqual([
      { key: 'shortage', label: 'Rupture', count: 2, firstQuartile: 2.75, median: 3.5, thirdQuartile: 4.25 },
      { key: 'risk', label: 'Risque de rupture', count: 1, firstQuartile: 0, median: 0, thirdQuartile: 0 },
      {
        key: 'end_of_marketing',
        label: 'Arrêt de commercialisation',
        count: 0,
        firstQuartile: null,
        median: null,
        thirdQuartile: null,
      },
    ]);
  });

  it('hides nothing, however small: these are products', () => {
    expect(of({ laboratory: 'A' }).byLaboratory).toEqual([{ key: 'a', label: 'A', count: 1, percent: 100 }]);
  });

  it('does not depend on the order of the rows', () => {
    const shortage = fc.record({
      number: fc.constantFrom('20RS1', '20RS2'),
      year: fc.integer({ min: 2018, max: 2021 }),
      laboratory: fc.constantFrom(null, 'Labo', 'LABO', 'Autre labo'),
      causes: fc.subarray(['capacity', 'demand', 'other']),
      measures: fc.subarray(['Importation', 'importation', 'Dépannage']),
    });
    fc.assert(
      fc.property(fc.array(shortage, { minLength: 1 }), (shortages) => {
        expect(of(...[...shortages].reverse())).toEqual(of(...shortages));
      }),
    );
  });
});

describe('quantile', () => {
  it('is between the smallest and the largest, and the median cuts in halves', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1 }), (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const median = quantile(sorted, 0.5) ?? NaN;
        expect(quantile(sorted, 0)).toBe(sorted[0]);
        expect(quantile(sorted, 1)).toBe(sorted.at(-1));
        expect(sorted.filter((value) => value < median).length).toBeLessThanOrEqual(sorted.length / 2);
        expect(sorted.filter((value) => value > median).length).toBeLessThanOrEqual(sorted.length / 2);
      }),
    );
  });
});
