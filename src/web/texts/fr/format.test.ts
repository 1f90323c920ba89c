import { describe, expect, it } from '@jest/globals';
import {
  about,
  aboutOf,
  counted,
  dayInWords,
  duringYears,
  euros,
  listed,
  percentage,
  rateNumber,
  wholeNumber,
} from './format.js';
import { yearSpan } from '../format.js';

describe('French figures', () => {
  it('puts thin no-break spaces between thousands', () => {
    expect(wholeNumber(12430)).toBe('12\u202f430');
    expect(wholeNumber(1234567)).toBe('1\u202f234\u202f567');
    expect(wholeNumber(860)).toBe('860');
  });
  it('writes percentages with one decimal and a comma', () => {
    expect(percentage(36)).toBe('36,0\u202f%');
    expect(percentage(5.46)).toBe('5,5\u202f%');
  });
  it('tells little from nothing', () => {
    expect([percentage(0), percentage(0.03), percentage(0.05)]).toEqual([
      '0,0\u202f%',
      '<\u202f0,1\u202f%',
      '0,1\u202f%',
    ]);
  });
  it('writes rates with three digits', () => {
    expect(rateNumber(24.13)).toBe('24,1');
    expect(rateNumber(0.012345)).toBe('0,0123');
    expect(rateNumber(1628)).toBe('1\u202f628');
  });
  it.each([
    [860, '860'],
    [12_430, '12\u202f400'],
    [999_499, '999\u202f000'],
    [999_600, '1\u202fmillion'],
    [1_949_000, '1,9\u202fmillion'],
    [2_130_000, '2,1\u202fmillions'],
    [123_456_789, '123\u202fmillions'],
  ])('says %i in about as %s', (value, text) => {
    expect(about(value)).toBe(text);
  });
  it('puts « de » after millions only', () => {
    expect(aboutOf(2_100_000, 'patients')).toBe('2,1\u202fmillions de patients');
    expect(aboutOf(12_000, 'patients')).toBe('12\u202f000 patients');
  });
  it('begins the plural at two', () => {
    expect(counted(0, 'déclaration')).toBe('0\u00a0déclaration');
    expect(counted(1, 'déclaration')).toBe('1\u00a0déclaration');
    expect(counted(2, 'déclaration')).toBe('2\u00a0déclarations');
    expect(counted(3, 'cheval', 'chevaux')).toBe('3\u00a0chevaux');
  });
  it('writes prices', () => {
    expect(euros('1234.5')).toBe('1\u202f234,50\u202f€');
  });
});

describe('French dates', () => {
  it('writes days in words, in Paris', () => {
    expect(dayInWords('2026-02-16')).toBe('16 février 2026');
    expect(dayInWords('2025-12-31T23:30:00.000Z')).toBe('1er janvier 2026');
    expect(dayInWords('pas une date')).toBe('pas une date');
  });
  it('writes periods', () => {
    expect(yearSpan({ from: 2014, to: 2023 })).toBe('2014–2023');
    expect(yearSpan({ from: 2014, to: 2014 })).toBe('2014');
    expect(duringYears({ from: 2014, to: 2023 })).toBe('Entre 2014 et 2023');
    expect(duringYears({ from: 2014, to: 2014 })).toBe('En 2014');
  });
  it('lists', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b et c']);
  });
});
