import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Column } from '#schemas/types.ts';
import { call, col, lit } from '#nodes/sdk/expressions/build.ts';
import { carry, pass, revive } from '#nodes/sdk/learning/recipe.ts';
import { foldAsHoldout, refit, splitAfterFit } from '#nodes/sdk/learning/refit.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { TableValue } from '#nodes/sdk/values.ts';
import { openTables } from '#server/tables/index.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { catalogue, createWorld } from '../support/fakeNodes/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'esteira-refit-'));
const tables = openTables({
  artifacts: join(folder, 'artifacts'),
  tmpDir: join(folder, 'tmp'),
  memoryLimit: '500MB',
  threads: 1,
  resolveDataset: () => folder,
});
afterAll(async () => {
  await tables.close();
  rmSync(folder, { recursive: true, force: true });
});

const world = {
  tables,
  signal: new AbortController().signal,
  nodeType: (type: string) => catalogue.find(type)!.definition,
};

const x: Column = { name: 'x', type: 'float64', meaning: 'number', role: 'feature' };
const numbers = (values: readonly number[]) =>
  Table.values(
    [x],
    values.map((value) => [value]),
  );
const step = (nodeId: string, type: string, params = {}, seed?: number) => {
  return { nodeId, type, version: 1, params, ...(seed === undefined ? {} : { seed }) };
};

/** `table` with its mean (of whatever rows) taken away, as the node 'centre' does it. */
const centred = (table: Table, mean: number) =>
  carry({ table }, table.derive([{ name: 'x', expr: call('sub', col('x'), lit(mean)) }]), {
    ...step('centre', 'centre', { digits: 0 }),
    state: { mean },
  });

const cells = async (table: Table): Promise<number[]> => {
  const rows = await tables.rows(table);
  return rows.map((row) => row.get('x') as number);
};
const mean = (values: readonly number[]) => values.reduce((sum, n) => sum + n, 0) / values.length;
const means = (table: Table) =>
  table.steps.flatMap(({ state }) => (state ? [state['mean'] as number] : []));

describe('a recipe', () => {
  const start = numbers([1, 2, 3]);

  test('goes on through row-wise and row-selecting steps, from its base', () => {
    const derived = carry(
      { table: start },
      start.describe('x', { role: 'id' }),
      step('a', 'derive'),
    );
    const kept = carry(
      { table: derived },
      derived.filter(call('gt', col('x'), lit(1))),
      step('b', 'keep'),
    );
    expect(kept.base).toBe(start.plan);
    expect(kept.steps.map(({ nodeId, kind }) => [nodeId, kind])).toEqual([
      ['a', 'row-wise'],
      ['b', 'row-selecting'],
    ]);
  });

  test('starts anew where rows are mixed', () => {
    const total = start.aggregate([], [{ name: 'x', fn: 'sum', args: [col('x')] }]);
    const carried = carry({ table: start }, total, step('t', 'total'));
    expect(carried.base).toBe(carried.plan);
    expect(carried.steps).toEqual([]);
    const both = Table.append([start, start]);
    expect(carry({ table: [start, start] }, both, step('p', 'append')).steps).toEqual([]);
  });

  test('freezes the other side of a many-to-one join', () => {
    const other = centred(numbers([1, 2]), 1.5);
    const joined = start.join(other, {
      how: 'left',
      on: [{ left: 'x', right: 'x' }],
      single: true,
    });
    const carried = carry({ table: start, other }, joined, step('j', 'look-up'));
    expect(carried.base).toBe(start.plan);
    expect(carried.steps[0]).toMatchObject({
      kind: 'row-wise',
      others: { other: { kind: 'table' } },
    });
  });

  test('stays as it is when a node hands the table through', () => {
    const table = centred(start, 2);
    expect(pass({ table }, table, step('p', 'approve'))).toBe(table);
  });

  test('finds its base again after JSON', () => {
    const value = centred(start, 2).value();
    const parsed = JSON.parse(JSON.stringify(value)) as TableValue;
    const revived = revive(parsed);
    expect(revived).toEqual(value);
    expect((revived.plan as { input: unknown }).input).toBe(revived.base);
  });
});

describe('fitting again', () => {
  test('gives each fold the mean of the other folds, whatever was fitted before', async () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 6, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(values, fc.nat(), async (list, seed) => {
        const start = numbers(list);
        const table = centred(start, mean(list));
        const folds = table.partition({ into: { kind: 'folds', count: 3 }, seed });
        for (const fold of [0, 1, 2]) {
          const holdout = foldAsHoldout(folds, fold);
          const refitted = await refit(table, holdout, world);
          const raw = start.attach(holdout, { columns: [], part: true });
          const train = await cells(raw.part(['train']));
          expect(means(refitted)[0]).toBeCloseTo(mean(train), 6);
          expect(mean(await cells(refitted.part(['train'])))).toBeCloseTo(0, 6);
          expect(refitted.base).toBe(table.base);
        }
      }),
      { numRuns: 8 },
    );
  });

  test('keeps only the rows of the partition, and leaves the recipe’s own splits out', async () => {
    const start = numbers([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const spec = { into: { kind: 'holdout', train: 8, validation: 0, test: 2 }, seed: 4 } as const;
    const split = carry({ table: start }, start.partition(spec), step('s', 'split', {}, 4));
    const table = centred(split, 5);
    const folds = table.part(['train']).partition({ into: { kind: 'folds', count: 4 }, seed: 1 });
    const refitted = await refit(table, foldAsHoldout(folds, 0), world);
    expect(refitted.steps.map(({ nodeId }) => nodeId)).toEqual(['centre']);
    expect(await tables.count(refitted)).toBe(8);
    expect(await tables.count(refitted.part(['test']))).toBe(2);
  });

  test('selects rows again by what was fitted again', async () => {
    const start = numbers([0, 0, 0, 10, 20, 30]);
    const table = centred(start, 10);
    const above = table.filter(call('gt', col('x'), lit(-5)));
    const kept = carry({ table }, above, step('k', 'keep', { above: -5 }));
    const same = await refit(kept, undefined, world);
    expect(await cells(same)).toEqual([0, 10, 20]);
  });

  test('joins back what is no plan', async () => {
    const start = numbers([1, 2, 3]);
    const shadow = start.derive([{ name: 'guess', expr: col('x'), meta: { role: 'prediction' } }]);
    const guess = await tables.materialize(shadow.select(['guess']));
    const added = start.attach(guess, { columns: ['guess'] });
    const guessed = pass({ table: start }, added, step('g', 'guess'));
    expect(guessed.base).toBe(start.plan);
    const refitted = await refit(centred(guessed, 2), undefined, world);
    const rows = await tables.rows(refitted);
    expect(rows.map((row) => [row.get('x'), row.get('guess')])).toEqual([
      [-1, 1],
      [0, 2],
      [1, 3],
    ]);
  });

  test('stops when cancelled', async () => {
    const signal = AbortSignal.abort();
    await expect(refit(centred(numbers([1]), 1), undefined, { ...world, signal })).rejects.toThrow(
      'aborted',
    );
  });
});

describe('a split after a fit', () => {
  const graph = (wires: string[]) =>
    pipeline({
      nodes: { r: ['rows', { count: 50 }], c: ['centre'], s: ['split'], w: ['width'] },
      wires,
    });
  const after = graph(['r.table > c.table', 'c.table > s.table', 's.table > w.table']);
  const before = graph(['r.table > s.table', 's.table > c.table', 'c.table > w.table']);

  async function outcome(document: ReturnType<typeof pipeline>, keep: string) {
    const started = createWorld();
    Object.assign(started.ports, { tables });
    const ran = await started.start(document, { keep: [keep] });
    return { ran, table: Table.of(ran.outcome.kept.get(keep)!['table'] as TableValue), started };
  }

  test('fits again, so that it makes no difference which comes first', async () => {
    const late = await outcome(after, 's');
    const early = await outcome(before, 'c');
    expect(means(late.table)).toEqual(means(early.table));
    expect(await cells(late.table.part(['test']))).toEqual(await cells(early.table.part(['test'])));
    expect(await cells(late.table.part(['train']))).toEqual(
      await cells(early.table.part(['train'])),
    );
    expect(mean(await cells(late.table.part(['train'])))).toBeCloseTo(0, 6);
    expect(mean(await cells(late.table))).not.toBeCloseTo(0, 6);
    const notes = late.ran.events.flatMap((event) =>
      event.type === 'node-log' ? [event.code] : [],
    );
    expect(notes).toEqual(['refitted-after-split']);
  });

  test('is the same from the cache, and can be fitted in folds', async () => {
    const first = await outcome(after, 's');
    const again = await first.started.start(after, { keep: ['s'] });
    expect(again.finished).toEqual([]);
    const table = Table.of(again.outcome.kept.get('s')!['table'] as TableValue);
    expect(table.steps.map(({ nodeId }) => nodeId)).toEqual(['c', 's']);
    const folds = table.part(['train']).partition({ into: { kind: 'folds', count: 2 }, seed: 3 });
    const refitted = await refit(table, foldAsHoldout(folds, 1), world);
    expect(mean(await cells(refitted.part(['train'])))).toBeCloseTo(0, 6);
    expect(await tables.count(refitted)).toBe(40);
  });

  test('is seen by its recipe alone', () => {
    const start = numbers([1, 2, 3]);
    const spec = { into: { kind: 'holdout', train: 1, validation: 0, test: 1 }, seed: 1 } as const;
    const split = (table: Table) => carry({ table }, table.partition(spec), step('s', 'split'));
    expect(splitAfterFit(split(start))).toBe(false);
    expect(splitAfterFit(split(centred(start, 2)))).toBe(true);
    expect(splitAfterFit(centred(split(start), 2))).toBe(false);
  });
});
