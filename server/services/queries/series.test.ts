import { expect, test } from 'vitest';
import { createRandom } from '#nodes/lib/random/random.ts';
import { permutation } from '#nodes/lib/random/shuffle.ts';
import { isSeries } from './series.ts';

const START = Date.UTC(2020, 0, 1);
const DAY = 86_400_000;
const day = (days: number): string => new Date(START + days * DAY).toISOString().slice(0, 10);
const moment = (days: number): string => new Date(START + days * DAY).toISOString().slice(0, 19);
const month = (at: number): string => new Date(Date.UTC(2010, at, 1)).toISOString().slice(0, 10);
const rows = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

function shuffled<T>(values: readonly T[], seed = 1): T[] {
  return Array.from(permutation(values.length, createRandom(seed)), (at) => values[at]!);
}

test('what lies in the order of time is a series, forwards, backwards, with gaps, ties and slips', () => {
  const days = rows(300, day);
  expect(isSeries(days)).toBe(true);
  expect(isSeries(days.toReversed())).toBe(true);
  expect(isSeries(rows(300, (at) => day(Math.floor(at / 5))))).toBe(true);
  expect(isSeries(rows(300, (at) => moment(at * at * 0.01)))).toBe(true);
  expect(isSeries(days.with(100, day(103)).with(200, null as never))).toBe(true);
});

test('so are the rows of several places one after the other', () => {
  expect(isSeries(rows(8 * 365, (at) => day(at % 365)))).toBe(true);
  // But not of places with a few days each: those may be people with their visits.
  expect(isSeries(rows(400, (at) => day(at % 20)))).toBe(false);
});

test('one row for each day, workday, month or hour is a series in any order', () => {
  expect(isSeries(shuffled(rows(200, day)))).toBe(true);
  expect(isSeries(shuffled(rows(200, (at) => day(Math.floor(at / 5) * 7 + (at % 5)))))).toBe(true);
  expect(isSeries(shuffled(rows(120, month)))).toBe(true);
  expect(isSeries(shuffled(rows(500, (at) => moment(at / 24))))).toBe(true);
});

test('dates of people and things are none, however many and however dense they are', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = createRandom(seed);
    const count = 20 + random.integer(400);
    const span = 100 + random.integer(20_000);
    expect(isSeries(rows(count, () => day(random.integer(span)))), `days ${seed}`).toBe(false);
    const times = rows(count, () => moment(random.uniform() * span));
    expect(isSeries(times), `moments ${seed}`).toBe(false);
  }
});

test('too few moments, or too many that are missing, are none', () => {
  expect(isSeries(rows(19, day))).toBe(false);
  expect(isSeries(rows(900, (at) => day(Math.floor(at / 60))))).toBe(false);
  expect(isSeries(rows(300, (at) => (at % 50 === 0 ? null : day(at))))).toBe(false);
  expect(isSeries([])).toBe(false);
});
