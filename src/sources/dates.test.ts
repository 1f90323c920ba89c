import fc from 'fast-check';
import { isoDate, readDate, readYearFirstDate, readYearOfPartialDate } from './dates.js';
import { vintageOf } from './vintage.js';

describe('readYearFirstDate', () => {
  it.each(['20240229', '2024-02-29'])('reads %s', (text) => {
    expect(readYearFirstDate(text)).toEqual({ year: 2024, month: 2, day: 29 });
  });
  it.each(['', '20230229', '2023-02-29', '2024-0229', '202402-29', '2024/02/29', '29/02/2024', '2024022', '00000101'])(
    'refuses %p',
    (text) => {
      expect(readYearFirstDate(text)).toBeNull();
    },
  );
});

describe('readDate', () => {
  it.each([
    ['29/02/2024', '2024-02-29'],
    ['31/12/1910', '1910-12-31'],
    ['29/02/2000', '2000-02-29'],
  ])('reads %s', (text, iso) => {
    const date = readDate(text);
    expect(date && isoDate(date)).toBe(iso);
  });

  it.each(['29/02/2023', '29/02/1900', '31/04/2020', '00/01/2020', '01/13/2020', '01/00/2020', '01/01/0000'])(
    'refuses %s, which is not in the calendar',
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );

  it.each(['', '1/1/2020', '01-01-2020', '2020/01/01', '01/01/20', '01/01/20200', 'aa/bb/cccc', '+1/01/2020'])(
    'refuses %p, which has another form',
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );

  it('reads every day back', () => {
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const date = readDate(iso.split('-').reverse().join('/'));
        expect(date && isoDate(date)).toBe(iso);
      }),
    );
  });
});

describe('readYearOfPartialDate', () => {
  it.each([
    ['14/03/1950', 1950],
    ['/03/1951', 1951],
    ['//1952', 1952],
    ['/13/1951', null],
    ['31/02/1950', null],
    ['1950', null],
    ['//195', null],
    ['//19a5', null],
    ['', null],
  ])('reads %p as %p', (text, year) => {
    expect(readYearOfPartialDate(text)).toBe(year);
  });
});

describe('vintageOf', () => {
  it.each([
    ['20240131_CAS-PATIENTS.CSV', '2024-01-31'],
    ['2024-01-31 EFFETS.CSV', '2024-01-31'],
    ['2024_01_31EFFETS.CSV', '2024-01-31'],
    ['EXTRACTION 31-01-2024 EFFETS.CSV', '2024-01-31'],
    ['31.01.2024-EFFETS.CSV', '2024-01-31'],
    ['31012024_EFFETS.CSV', '2024-01-31'],
    ['20249999_20240131_EFFETS.CSV', '2024-01-31'],
    ['20240231_EFFETS.CSV', null],
    ['120240131_EFFETS.CSV', null],
    ['EFFETS.CSV', null],
  ])('finds in %s the date %p', (name, date) => {
    expect(vintageOf(name)).toBe(date);
  });
});
