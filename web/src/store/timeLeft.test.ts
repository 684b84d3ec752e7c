import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestLeft, timeLeft } from './timeLeft.ts';

const startedAt = '2026-01-01T00:00:00Z';
const start = Date.parse(startedAt);
const at = (done: number, total: number) =>
  ({ status: 'running', startedAt, progress: { done, total }, curve: [], log: [] }) as const;

test('a quarter in ten seconds leaves thirty', () => {
  expect(timeLeft(at(25, 100), start + 10_000)).toBe(30_000);
  expect(timeLeft(at(100, 100), start + 10_000)).toBe(0);
});

test('nothing is said before it can be known', () => {
  expect(timeLeft(at(1, 100), start + 10_000)).toBeUndefined();
  expect(timeLeft(at(50, 100), start + 1_000)).toBeUndefined();
  expect(timeLeft(at(0, 0), start + 10_000)).toBeUndefined();
  expect(timeLeft(at(4, 1000), start + 60_000)).toBeUndefined();
  expect(timeLeft({ ...at(50, 100), status: 'done' }, start + 10_000)).toBeUndefined();
});

test('after some turns of very many it is known too', () => {
  expect(timeLeft(at(10, 1000), start + 10_000)).toBe(990_000);
});

test('the further it is, the less is left; of several, the longest counts', () => {
  const share = fc.integer({ min: 3, max: 100 });
  fc.assert(
    fc.property(share, share, (a, b) => {
      const [left, other] = [a, b].map((done) => timeLeft(at(done, 100), start + 60_000)!);
      expect(Math.sign(left! - other!)).toBe(Math.sign(b - a));
      const steps = new Map([a, b].map((done, index) => [String(index), at(done, 100)] as const));
      expect(longestLeft(steps, start + 60_000)).toBe(Math.max(left!, other!));
    }),
  );
});
