import { describe, expect, it } from 'vitest';
import { call, col } from '#nodes/sdk/expressions/build.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { column } from '#nodes/sdk/plan/testing.ts';
import { openEngine } from './testing/engine.ts';

const columns = [column('id', 'int64'), column('g', 'int64'), column('s', 'text')];

/** 300,000 rows: several row groups, which threads take as they come. */
function large(): Table {
  const some = Table.values(
    columns,
    Array.from({ length: 1000 }, (_, at) => [at, (at * 7919) % 13, `s${(at * 31) % 7}`]),
  );
  const tables = Array.from({ length: 300 }, (_, at) =>
    some.derive([{ name: 'id', expr: call('add', col('id'), at * 1000) }]),
  );
  return Table.append(tables);
}

const names = Table.values(
  [column('g', 'int64'), column('name', 'text')],
  [
    [1, 'a'],
    [1, 'b'],
    [5, 'c'],
  ],
);
const on = [{ left: 'g', right: 'g' }];

/** Operations whose rows DuckDB gives in any order. */
const changes: readonly ((table: Table) => Table)[] = [
  (table) => table.join(names, { how: 'left', on }).select(['id', 'name']),
  (table) => table.join(names, { how: 'left', on, single: true }).select(['id', 'name']),
  (table) => table.sort([{ expr: col('s') }]).limit(5000, 100),
  (table) => table.distinct(['g', 's']),
  (table) =>
    table.partition({ into: { kind: 'folds', count: 3 }, seed: 1, stratify: 's' }).part([2]),
  (table) => table.aggregate(['g', 's'], [{ name: 'n', fn: 'mean', args: [col('id')] }]),
];

describe('the number of threads', () => {
  it('changes neither rows nor their order nor their identities', async () => {
    const answers = new Set<string>();
    for (const threads of [1, 4]) {
      const engine = await openEngine(threads);
      const stored = await engine.checkpoint(large());
      const found: unknown[] = [];
      for (const change of changes) {
        const table = change(stored);
        found.push(
          await engine.rows(table.limit(20_000)),
          (await engine.hidden(table)).slice(-2000),
        );
      }
      answers.add(JSON.stringify(found));
      await engine.close();
    }
    expect(answers.size).toBe(1);
  }, 120_000);
});
