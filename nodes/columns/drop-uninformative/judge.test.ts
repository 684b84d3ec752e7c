import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#nodes/lib/random/random.ts';
import { judge, type Figures, type Limits } from './judge.ts';

const LIMITS: Limits = {
  empty: true,
  constant: true,
  identifiers: true,
  missingShare: 0.95,
  distinctShare: 0.95,
};

function figuresOf(values: readonly (number | string | null)[], more: Partial<Figures>): Figures {
  const present = values.filter((value) => value !== null);
  const sorted = present.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    name: 'x',
    type: 'int64',
    rows: values.length,
    present: present.length,
    lowest: sorted[0] ?? null,
    highest: sorted.at(-1) ?? null,
    looked: present.length,
    distinct: new Set(present).size,
    ...more,
  };
}

describe('whole numbers', () => {
  it('given out one by one are identifiers, whatever rows were taken of them', () => {
    const drawn = fc.record({
      start: fc.integer({ min: -1e6, max: 1e9 }),
      count: fc.integer({ min: 60, max: 2000 }),
      kept: fc.integer({ min: 2, max: 5 }),
    });
    fc.assert(
      fc.property(drawn, ({ start, count, kept }) => {
        const numbers = Array.from({ length: count }, (_, at) => start + at);
        const some = numbers.filter((_, at) => at % kept !== 0);
        expect(judge(figuresOf(some, {}), LIMITS)).toBe('identifier');
      }),
    );
  });

  it('that measure something are not, although most of them differ', () => {
    // Uniform draws repeat least of all spreads, so they are the hardest to tell from identifiers.
    for (let seed = 1; seed <= 200; seed++) {
      const random = createRandom(seed);
      const values = Array.from({ length: 1500 }, () => 2000 + random.integer(30_000));
      const figures = figuresOf(values, {});
      expect(figures.distinct).toBeGreaterThan(1500 * 0.95);
      expect(judge(figures, LIMITS)).toBeUndefined();
    }
  });

  it('are identifiers when they differ and their name says so', () => {
    const sparse = Array.from({ length: 40 }, (_, at) => at * 7_919_999 + (at % 7));
    for (const name of ['customer_id', 'CustomerID', 'idCliente', 'Código do pedido', 'CPF']) {
      expect(judge(figuresOf(sparse, { name }), LIMITS)).toBe('identifier');
    }
    for (const name of ['income', 'idade', 'width', 'humidity', 'preço']) {
      expect(judge(figuresOf(sparse, { name }), LIMITS)).toBeUndefined();
    }
  });
});

it('never takes numbers with decimals for identifiers', () => {
  const values = Array.from({ length: 100 }, (_, at) => at + 0.5);
  expect(judge(figuresOf(values, { type: 'float64', name: 'id' }), LIMITS)).toBeUndefined();
});

it('takes texts for identifiers from the share given, in ten rows at least', () => {
  const texts = (count: number, repeated: number) =>
    Array.from({ length: count }, (_, at) => `t${Math.max(at, repeated)}`);
  const text = { type: 'text' } as const;
  expect(judge(figuresOf(texts(100, 5), text), LIMITS)).toBe('identifier');
  expect(judge(figuresOf(texts(100, 6), text), LIMITS)).toBeUndefined();
  expect(judge(figuresOf(texts(9, 0), text), LIMITS)).toBeUndefined();
  expect(judge(figuresOf(texts(10, 0), text), LIMITS)).toBe('identifier');
});

it('leaves out what never changes, unless gaps may mean something', () => {
  const values = (present: number, missing: number) => [
    ...Array.from({ length: present }, () => 'yes'),
    ...Array.from({ length: missing }, () => null),
  ];
  const text = { type: 'text' } as const;
  expect(judge(figuresOf(values(100, 0), text), LIMITS)).toBe('constant');
  expect(judge(figuresOf(values(96, 4), text), LIMITS)).toBe('constant');
  expect(judge(figuresOf(values(50, 50), text), LIMITS)).toBeUndefined();
  expect(judge(figuresOf(values(5, 95), text), LIMITS)).toBe('empty');
  expect(judge(figuresOf(values(0, 3), text), LIMITS)).toBe('empty');
  expect(judge(figuresOf(values(1, 0), text), LIMITS)).toBeUndefined();
  expect(judge(figuresOf([], text), LIMITS)).toBeUndefined();
});
