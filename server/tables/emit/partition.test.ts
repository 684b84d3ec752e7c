import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, col } from '#nodes/sdk/expressions/build.ts';
import { Table, type PartitionSpec } from '#nodes/sdk/plan/table.ts';
import { column } from '#nodes/sdk/plan/testing.ts';
import { type Engine, openEngine } from './testing/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const columns = [column('s', 'text'), column('g', 'int64'), column('t', 'date')];
type Data = readonly [string | null, number | null, string | null];
interface Dealt {
  readonly row: number;
  readonly part: string | number;
  readonly s: string | null;
  readonly g: number | null;
  readonly t: string | null;
}

async function deal(rows: readonly Data[], spec: PartitionSpec): Promise<Dealt[]> {
  const found = await engine.hidden(Table.values(columns, rows).partition(spec));
  return found.map(({ row, part, cells }) => {
    const [s, g, t] = cells as unknown as Data;
    return { row, part: part as string | number, s, g, t };
  });
}

function counts<K>(items: Iterable<K>): Map<K, number> {
  const found = new Map<K, number>();
  for (const item of items) found.set(item, (found.get(item) ?? 0) + 1);
  return found;
}

const partsOf = (dealt: readonly Dealt[]) => counts(dealt.map(({ part }) => part));
const holdout = (train: number, validation: number, test: number) =>
  ({ kind: 'holdout', train, validation, test }) as const;

const someRows = fc.array(
  fc.tuple(
    fc.constantFrom('a', 'b', 'c', '', null),
    fc.oneof(fc.nat(12), fc.constant(null)),
    fc.oneof(
      fc
        .date({ min: new Date('2020-01-01'), max: new Date('2020-02-01'), noInvalidDate: true })
        .map((d) => d.toISOString().slice(0, 10)),
      fc.constant(null),
    ),
  ),
  { maxLength: 120 },
) satisfies fc.Arbitrary<Data[]>;
const someShares = fc
  .tuple(fc.integer({ min: 1, max: 10 }), fc.nat(4), fc.nat(6))
  .map(([train, validation, test]) => holdout(train, validation, test));
const seed = fc.nat(1000);

const check = <T>(property: fc.IAsyncPropertyWithHooks<T>): Promise<void> =>
  fc.assert(property, { numRuns: 40 });

describe('a holdout of rows', () => {
  it('is the rank of md5 of identity and seed: train first, test last', async () => {
    const rows = Array.from({ length: 50 }, (): Data => [null, null, null]);
    const dealt = await deal(rows, { into: holdout(6, 2, 2), seed: 42 });
    const hash = (row: number) => createHash('md5').update(`${row}|42`).digest('hex');
    const ranked = dealt.toSorted((a, b) => (hash(a.row) < hash(b.row) ? -1 : 1));
    expect(ranked.map(({ part }) => part)).toEqual([
      ...Array.from({ length: 30 }, () => 'train'),
      ...Array.from({ length: 10 }, () => 'validation'),
      ...Array.from({ length: 10 }, () => 'test'),
    ]);
  });

  it('meets its quotas, and leaves no part empty that rows are enough for', async () => {
    await check(
      fc.asyncProperty(someRows, someShares, seed, async (rows, into, s) => {
        const parts = partsOf(await deal(rows, { into, seed: s }));
        const total = into.train + into.validation + into.test;
        const asked = [into.train, into.validation, into.test].filter((share) => share > 0).length;
        const near = (part: 'train' | 'validation' | 'test'): void => {
          const share = (rows.length * into[part]) / total;
          expect(Math.abs((parts.get(part) ?? 0) - share)).toBeLessThanOrEqual(1.5);
          if (into[part] === 0) expect(parts.has(part)).toBe(false);
          else if (rows.length >= asked) expect(parts.has(part)).toBe(true);
        };
        near('train');
        near('validation');
        near('test');
      }),
    );
  });

  it('depends on the seed, not on what else the table holds', async () => {
    const rows = Array.from({ length: 60 }, (_, at): Data => ['a', at, null]);
    const into = holdout(1, 0, 1);
    const parts = async (table: Table, s: number) =>
      (await engine.hidden(table.partition({ into, seed: s }))).map(({ part }) => part);
    const table = Table.values(columns, rows);
    const first = await parts(table, 1);
    const other = table.select(['g']).sort([{ expr: col('g'), descending: true }]);
    expect(await parts(other, 1)).toEqual(first);
    expect(await parts(await engine.checkpoint(other), 1)).toEqual(first);
    expect(await parts(table, 2)).not.toEqual(first);
  });

  it('keeps most rows where they were when rows are added', async () => {
    const into = holdout(8, 0, 2);
    const rows = Array.from({ length: 500 }, (): Data => [null, null, null]);
    const before = await deal(rows.slice(0, 450), { into, seed: 3 });
    const after = await deal(rows, { into, seed: 3 });
    const moved = before.filter(({ part }, at) => after[at]!.part !== part);
    expect(moved.length).toBeLessThan(20);
  });
});

describe('strata', () => {
  it('have their share of each part to within one row, and all together the quota', async () => {
    await check(
      fc.asyncProperty(someRows, someShares, seed, async (rows, into, s) => {
        const dealt = await deal(rows, { into, seed: s, stratify: 's' });
        const total = into.train + into.validation + into.test;
        const test = into.test / total;
        const parts = partsOf(dealt);
        expect(parts.get('test') ?? 0).toBe(Math.floor(rows.length * test + 0.5));
        for (const [stratum, size] of counts(dealt.map((row) => row.s))) {
          const own = partsOf(dealt.filter((row) => row.s === stratum));
          for (const part of ['train', 'validation', 'test'] as const) {
            const share = (size * into[part]) / total;
            expect(Math.abs((own.get(part) ?? 0) - share)).toBeLessThan(2);
          }
        }
      }),
    );
  });

  it('are spread evenly over folds', async () => {
    await check(
      fc.asyncProperty(someRows, fc.integer({ min: 2, max: 6 }), seed, async (rows, count, s) => {
        const dealt = await deal(rows, { into: { kind: 'folds', count }, seed: s, stratify: 's' });
        const even = (items: readonly Dealt[]): void => {
          const sizes = Array.from({ length: count }, (_, fold) => partsOf(items).get(fold) ?? 0);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
          expect(sizes.reduce((a, b) => a + b, 0)).toBe(items.length);
        };
        even(dealt);
        for (const stratum of new Set(dealt.map((row) => row.s))) {
          even(dealt.filter((row) => row.s === stratum));
        }
      }),
    );
  });

  it('give the odd row to another one with another seed', async () => {
    const rows = 'abcdefghij'.split('').map((letter): Data => [letter, null, null]);
    const found = new Set<string>();
    for (let s = 0; s < 8; s++) {
      const dealt = await deal(rows, { into: holdout(9, 0, 1), seed: s, stratify: 's' });
      found.add(dealt.find(({ part }) => part === 'test')!.s!);
    }
    expect(found.size).toBeGreaterThan(2);
  });
});

describe('groups', () => {
  it('are never torn, and no part that was asked for is empty', async () => {
    await check(
      fc.asyncProperty(someRows, someShares, seed, fc.boolean(), async (rows, into, s, strata) => {
        const spec = { into, seed: s, group: 'g', ...(strata ? { stratify: 's' } : {}) };
        const dealt = await deal(rows, spec);
        expect(dealt).toHaveLength(rows.length);
        const groups = new Set(dealt.map(({ g }) => g));
        expect(new Set(dealt.map(({ g, part }) => `${g} ${part}`)).size).toBe(groups.size);
        const asked = [into.train, into.validation, into.test].filter((share) => share > 0).length;
        if (!strata && groups.size >= asked) expect(partsOf(dealt).size).toBe(asked);
      }),
    );
  });

  it('meet the quotas as far as their sizes let them', async () => {
    const rows = Array.from({ length: 300 }, (_, at): Data => [null, at % 100, null]);
    for (let s = 0; s < 5; s++) {
      const parts = partsOf(await deal(rows, { into: holdout(6, 2, 2), seed: s, group: 'g' }));
      expect(Math.abs(parts.get('train')! - 180)).toBeLessThanOrEqual(3);
      expect(Math.abs(parts.get('test')! - 60)).toBeLessThanOrEqual(3);
    }
  });

  it('fill every fold, the large ones apart', async () => {
    const sizes = [60, 50, 40, 5, 4, 3, 2, 1];
    const rows = sizes.flatMap((size, g) =>
      Array.from({ length: size }, (): Data => [null, g, null]),
    );
    const dealt = await deal(rows, { into: { kind: 'folds', count: 3 }, seed: 1, group: 'g' });
    const parts = partsOf(dealt);
    expect([0, 1, 2].every((fold) => parts.has(fold))).toBe(true);
    const large = [0, 1, 2].map((g) => dealt.find((row) => row.g === g)!.part);
    expect(new Set(large).size).toBe(3);
  });
});

describe('time', () => {
  const at = (row: Dealt) => row.t ?? '';

  it('puts the oldest rows in train and the newest in test', async () => {
    await check(
      fc.asyncProperty(someRows, someShares, seed, async (rows, into, s) => {
        const dealt = await deal(rows, { into, seed: s, time: 't' });
        const order = ['train', 'validation', 'test'];
        const sorted = dealt.toSorted((a, b) =>
          at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a.row - b.row,
        );
        const ranks = sorted.map(({ part }) => order.indexOf(part as string));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });

  it('makes folds of it, and of groups by their latest time', async () => {
    const day = (n: number) => `2020-01-${String(n).padStart(2, '0')}`;
    const rows = Array.from({ length: 20 }, (_, n): Data => ['a', Math.floor(n / 4), day(20 - n)]);
    const spec = { into: { kind: 'folds', count: 5 }, seed: 1, time: 't' } as const;
    const expected = Array.from({ length: 20 }, (_, n) => 4 - Math.floor(n / 4));
    expect((await deal(rows, spec)).map(({ part }) => part)).toEqual(expected);
    expect((await deal(rows, { ...spec, group: 'g' })).map(({ part }) => part)).toEqual(expected);
    const strata = await deal(rows, { into: holdout(1, 0, 1), seed: 1, time: 't', stratify: 's' });
    expect(strata.map(({ part }) => part).slice(0, 10)).toEqual(
      Array.from({ length: 10 }, () => 'test'),
    );
  });
});

describe('one fold of several', () => {
  it('becomes the test rows', async () => {
    const rows = Array.from({ length: 10 }, (_, at): Data => ['a', at, null]);
    const folds = Table.values(columns, rows).partition({
      into: { kind: 'folds', count: 3 },
      seed: 1,
    });
    const before = await engine.hidden(folds);
    const after = await engine.hidden(folds.foldAsHoldout(2));
    expect(after.map(({ part }) => part)).toEqual(
      before.map(({ part }) => (part === 2 ? 'test' : 'train')),
    );
    const tests = await engine.rows(folds.foldAsHoldout(2).part(['test']).select(['g']));
    expect(await engine.rows(folds.part([2]).select(['g']))).toEqual(tests);
    expect(await engine.rows(folds.filter(call('lt', col('$part'), 2)))).toHaveLength(
      10 - tests.length,
    );
  });
});
