import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilOf,
  daysInMonth,
  daysOf,
  FIRST_DAY,
  isoWeek,
  isoWeekday,
  LAST_DAY,
  MICROS_PER_DAY,
} from './calendar.ts';
import { parseDecimal } from './decimalText.ts';
import { isoDate, isoTimestamp, parseIsoDate, parseIsoTimestamp } from './isoText.ts';
import { md5Hex, md5Unit } from './md5.ts';
import { numberText } from './numberText.ts';
import { roundHalfAway } from './rounding.ts';

describe('the calendar', () => {
  const days = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

  it('agrees with the calendar of JavaScript on every kind of day', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000);
        const civil = civilOf(day);
        expect(civil).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(daysOf(civil.year, civil.month, civil.day)).toBe(day);
        expect(isoWeekday(day)).toBe(date.getUTCDay() || 7);
        expect(isoDate(day)).toBe(date.toISOString().slice(0, 10));
        expect(parseIsoDate(isoDate(day))).toBe(day);
        expect(daysInMonth(civil.year, civil.month)).toBe(
          new Date(Date.UTC(2000 + (civil.year % 400), civil.month, 0)).getUTCDate(),
        );
      }),
      { numRuns: 5000 },
    );
  });

  it('ends where it says', () => {
    expect([isoDate(FIRST_DAY), isoDate(LAST_DAY)]).toEqual(['0001-01-01', '9999-12-31']);
  });

  // From the standard's own examples of the turn of the year.
  it.each([
    ['2005-01-01', 53],
    ['2005-12-31', 52],
    ['2007-01-01', 1],
    ['2008-12-29', 1],
    ['2010-01-03', 53],
  ])('%s lies in ISO week %i', (date, week) => {
    expect(isoWeek(parseIsoDate(date)!)).toBe(week);
  });

  it('timestamps come back from their text', () => {
    const rest = fc.integer({ min: 0, max: MICROS_PER_DAY - 1 });
    const near = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(near, rest, (day, micros) => {
        const moment = day * MICROS_PER_DAY + micros;
        expect(parseIsoTimestamp(isoTimestamp(moment))).toBe(moment);
        expect(parseIsoTimestamp(isoTimestamp(moment, ' '))).toBe(moment);
      }),
    );
  });
});

describe('MD5', () => {
  it('is that of OpenSSL, for texts of every length', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.nat(300).map((length) => 'x'.repeat(length)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const digest = createHash('md5').update(text).digest('hex');
        expect(md5Hex(text)).toBe(digest);
        expect(md5Unit(text)).toBe(Number.parseInt(digest.slice(0, 8), 16) / 2 ** 32);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('numbers as text', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1e15, '1000000000000000'],
    [1e16, '1e+16'],
    [0.0001, '0.0001'],
    [0.00001234, '1.234e-05'],
    [-1.5e300, '-1.5e+300'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('%d', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it('give the number back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(numberText(value))).toBe(value + 0);
      }),
    );
  });

  it.each([
    ['1.234,56', ',', 1234.56],
    ['1,234.56', '.', 1234.56],
    ['-0,5', ',', -0.5],
    [',5', ',', 0.5],
    ['5,', ',', 5],
    ['1.2345', ',', null],
    ['12.345.678', ',', 12_345_678],
    ['1.234', '.', 1.234],
    ['1e5', '.', 100_000],
    ['', '.', null],
    ['.', '.', null],
    ['1 234', '.', null],
    ['0x10', '.', null],
    ['Infinity', '.', null],
    ['١٢', '.', null],
  ])('%s with the decimal sign %s is %d', (text, sign, value) => {
    expect(parseDecimal(sign)(text)).toBe(value);
  });
});

describe('rounding', () => {
  it.each([
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.49999999999999994, 0, 0],
    [1234.5678, 2, 1234.57],
    [1e308, 15, 1e308],
  ])('%d to %i places is %d', (value, digits, rounded) => {
    expect(roundHalfAway(digits)(value)).toBe(rounded);
  });
});
