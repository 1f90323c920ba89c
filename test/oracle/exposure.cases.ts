import type { CountingCase } from './counting.cases.js';
import { caseLine, drugLine, numbers } from './hand-made.js';

/** Consumers and rates. */
const TWO_PACKS = {
  specialities: [
    ['60000001', 'ALPHA 5 mg, gel'],
    ['60000002', 'BETA, gel'],
    ['60000003', 'GAMMA, gel'],
  ] as [string, string][],
  packs: [
    ['3400900000011', '60000001'],
    ['3400900000028', '60000001'],
    ['3400900000035', '60000002'],
  ] as [string, string][],
  composition: [
    ['60000001', '00001', 'FICTINE', 'SA', '1'],
    ['60000002', '00001', 'FICTINE', 'SA', '1'],
    ['60000003', '00002', 'IMAGINOL', 'SA', '1'],
  ] as [string, string, string, 'SA' | 'FT', string][],
};

export const EXPOSURE_CASES: CountingCase[] = [
  {
    rule: 'consumers add up over packs; the average is over the loaded years that have a row; no row, no exposure',
    folder: {
      ...TWO_PACKS,
      consumers: {
        2018: ['3400900000011;0;1;100'],
        2020: ['3400900000011;20;2;200', '3400900000028;60;9;1', '3400900000035;99;2;5900', '3400999999999;0;1;7'],
        2021: ['3400900000011;20;2;0'],
      },
    },
    expected: {
      declarations: null,
      periods: { declarations: null, exposure: { from: 2018, to: 2021 } },
      substances: [
        {
          code: '00001',
          cases: null,
          adverseReactions: null,
          exposure: {
            period: { from: 2018, to: 2021 },
            consumers: 6201,
            annualAverage: 2067,
            level: 'very_low',
            bySex: [
              { key: 'female', consumers: 6100, percent: 98.37 },
              { key: 'male', consumers: 100, percent: 1.61 },
              { key: 'unknown', consumers: 1, percent: 0.02 },
            ],
            byAgeGroup: [
              { key: '0-19', consumers: 100, percent: 1.61 },
              { key: '20-59', consumers: 200, percent: 3.23 },
              { key: '60+', consumers: 1, percent: 0.02 },
              { key: 'unknown', consumers: 5900, percent: 95.15 },
            ],
            byYear: [
              { key: '2018', consumers: 100 },
              { key: '2020', consumers: 6101 },
              { key: '2021', consumers: 0 },
            ],
          },
        },
        { code: '00002', exposure: null },
      ],
      specialities: [
        { cis: '60000001', substances: ['00001'], exposure: { consumers: 301, annualAverage: 100, level: 'very_low' } },
        {
          cis: '60000002',
          substances: ['00001'],
          exposure: { consumers: 5900, annualAverage: 5900, level: 'moderate' },
        },
        { cis: '60000003', substances: ['00002'], exposure: null },
      ],
    },
  },
  {
    rule: 'a rate is over the covered years, restricted on both sides',
    folder: {
      ...TWO_PACKS,
      cases: [
        ...numbers(1, 12).map((number) => caseLine(number, { date: '01/01/2020' })),
        ...numbers(13, 30).map((number) => caseLine(number, { date: '01/01/2019', sex: 'M' })),
      ],
      drugs: numbers(1, 30).map((number) => drugLine(number, 'FICTINE', 'Substance')),
      // 2018 is no year of the declarations
      consumers: {
        2018: ['3400900000011;20;1;100'],
        2020: ['3400900000011;20;2;1000', '3400900000011;20;1;500', '3400900000011;20;9;100'],
      },
    },
    expected: {
      periods: { declarations: { from: 2019, to: 2020 }, exposure: { from: 2018, to: 2020 } },
      substances: [
        {
          adverseReactions: {
            all: {
              cases: { count: 30, suppressed: false },
              notificationRate: {
                per100000: 750,
                ci95: [387.5, 1310],
                cases: 12,
                consumers: 1600,
                period: { from: 2020, to: 2020 },
              },
              bySex: [
                {
                  key: 'female',
                  notificationRate: { per100000: 1200, ci95: [620.1, 2096], cases: 12, consumers: 1000 },
                },
                {
                  key: 'male',
                  count: 18,
                  notificationRate: { per100000: 0, ci95: [0, 737.8], cases: 0, consumers: 500 },
                },
                { key: 'unknown', notificationRate: null },
              ],
              byYear: [
                { key: '2019', count: 18, notificationRate: null },
                { key: '2020', count: 12, notificationRate: { per100000: 750, period: { from: 2020, to: 2020 } } },
              ],
              byAgeGroup: [
                { key: '0-19', count: 0, notificationRate: null },
                { key: '20-59', notificationRate: { cases: 12, consumers: 1600 } },
                {},
                {},
              ],
            },
            female: { notificationRate: { per100000: 1200, cases: 12, consumers: 1000 } },
            male: { notificationRate: { cases: 0, consumers: 500 } },
          },
        },
        { code: '00002', adverseReactions: { all: { cases: { count: 0 }, notificationRate: null } } },
      ],
    },
  },
  {
    rule: 'no cases and some consumers are a rate of 0, with its upper bound',
    folder: {
      ...TWO_PACKS,
      cases: [caseLine(1)],
      drugs: [drugLine(1, 'IMAGINOL', 'Substance')],
      consumers: { 2020: ['3400900000011;20;2;1000'] },
    },
    expected: {
      substances: [
        {
          code: '00001',
          adverseReactions: {
            all: { notificationRate: { per100000: 0, ci95: [0, 368.9], cases: 0, consumers: 1000 } },
          },
        },
        { code: '00002', cases: { count: null, suppressed: true } },
      ],
    },
  },
];
