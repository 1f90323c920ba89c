import { alike, type CountingCase, row, together } from './counting.cases.js';
import { numbers, reactionLine } from './hand-made.js';

const masked = (key: string): object => ({ key, count: null, percent: null, suppressed: true });

/** What hides besides the small numbers: more than the oracle says, and so held against what is published alone. */
export const DISCLOSURE_CASES: CountingCase[] = [
  {
    rule: 'from 1 to 10 is suppressed with what would give it away; a suppressed total suppresses everything',
    folder: together(
      alike(1, 40, { age: '30' }),
      alike(41, 50, { sex: 'M', age: '30', serious: 'OUI', death: 'OUI' }),
      alike(51, 53, { sex: '', age: '30', date: '01/01/2022' }),
    ),
    expected: {
      substances: [
        {
          cases: { count: 53, suppressed: false },
          adverseReactions: {
            all: {
              period: { from: 2020, to: 2022 },
              // > `unknown` first
              bySex: [row('female', 40, 75.47), masked('male'), masked('unknown')],
              // > then the smallest (0 included)
              byYear: [masked('2020'), masked('2021'), masked('2022')],
              bySeriousness: [masked('serious'), masked('non_serious'), masked('unknown')],
              bySeriousnessCriterion: [masked('death'), row('life_threatening', 0, 0), {}, {}, {}, {}],
            },
            female: { cases: { count: 40, suppressed: false } },
            male: {
              cases: { count: null, suppressed: true },
              byAgeGroup: [masked('0-19'), masked('20-59'), masked('60+'), masked('unknown')],
              byReporter: [masked('unknown'), masked('pharmacien')],
            },
            '0-19': {
              cases: { count: 0, suppressed: false },
              // below the suppressed total of the men, as in the population of the men
              bySex: [row('female', 0, 0), masked('male'), masked('unknown')],
            },
          },
        },
      ],
    },
  },
  {
    rule: 'a rate is hidden that rests on 1 to 10 cases, or leaves 1 to 10 for the other years, and another one with it',
    folder: {
      ...together(
        alike(1, 30, { date: '01/01/2020' }),
        alike(31, 34, { date: '01/01/2020', sex: 'M' }),
        alike(35, 68, { date: '01/01/2019', sex: 'M' }),
        alike(69, 98, { date: '01/01/2019' }),
      ),
      consumers: { 2020: ['3400900000011;20;2;1000', '3400900000011;20;1;500'] },
    },
    expected: {
      substances: [
        {
          adverseReactions: {
            all: {
              notificationRate: { cases: 34, consumers: 1500 },
              bySex: [
                // of 34 in both sexes together, 30 women would leave 4 men
                { key: 'female', count: 60, notificationRate: null },
                { key: 'male', count: 38, notificationRate: null },
                { key: 'unknown', count: 0, notificationRate: null },
              ],
              byYear: [
                { key: '2019', count: 64 },
                { key: '2020', count: 34, notificationRate: { cases: 34 } },
              ],
            },
            male: { notificationRate: null, byYear: [masked('2019'), masked('2020')] },
            female: { notificationRate: null, byYear: [masked('2019'), masked('2020')] },
          },
        },
      ],
    },
  },
  {
    rule: 'a number that stands in two tables is hidden in both; a hidden term is listed where it does not occur',
    folder: {
      ...together(
        alike(1, 40, { age: '30' }),
        alike(41, 80, { sex: 'M', age: '30' }),
        alike(81, 120, { sex: 'M', age: '70' }),
        alike(121, 155, { age: '70' }),
        alike(156, 159, { age: '10' }),
        alike(160, 190, { sex: 'M', age: '10' }),
      ),
      reactions: [
        ...numbers(41, 80).map((number) => reactionLine(number, 'Affections cardiaques', 'Arythmies')),
        ...numbers(1, 3).map((number) => reactionLine(number, 'Affections cardiaques', 'Arythmies')),
        ...numbers(10, 35).map((number) => reactionLine(number, 'Affections cardiaques', 'Palpitations')),
      ],
    },
    expected: {
      substances: [
        {
          adverseReactions: {
            all: {
              bySex: [row('female', 79, 41.58), row('male', 111, 58.42), row('unknown', 0, 0)],
              byAgeGroup: [row('0-19', 35, 18.42), {}, {}, row('unknown', 0, 0)],
            },
            '0-19': {
              cases: { count: 35, suppressed: false },
              bySex: [masked('female'), masked('male'), row('unknown', 0, 0)],
            },
          },
        },
      ],
    },
  },
];
