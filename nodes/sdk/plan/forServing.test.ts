import { describe, expect, it } from 'vitest';
import { call, col } from '../expressions/build.ts';
import { forServing } from './forServing.ts';
import { rebaseAll } from './rebase.ts';
import { Table } from './table.ts';
import { column, people } from './testing.ts';
import { inOrder } from './walk.ts';

const holdout = { into: { kind: 'holdout', train: 1, validation: 0, test: 1 }, seed: 1 } as const;
const key = [{ left: 'city', right: 'city' }];
const cities = Table.source({
  snapshot: 'cities',
  rows: 3,
  columns: [column('city', 'text'), column('size', 'int64')],
});
const ops = (table: { readonly plan: Table['plan'] }) => inOrder(table.plan).map(({ op }) => op);

describe('forServing', () => {
  const base = people();

  it('takes only the raw columns that the features need, in the order of the base', () => {
    const table = base.derive([{ name: 'x', expr: call('add', col('income'), col('age')) }]);
    const { plan, inputs } = forServing(table.plan, base.plan, ['x', 'left']);
    expect(inputs.map(({ name }) => name)).toEqual(['age', 'income', 'left']);
    expect(inputs[2]).toEqual(base.column('left'));
    expect(ops({ plan })).toEqual(['input', 'project']);
  });

  it('answers every row: what selects, orders or splits rows is left out', () => {
    const table = base
      .filter(call('gt', col('age'), 18))
      .derive([{ name: 'x', expr: call('mul', col('age'), 2) }])
      .filter(call('gt', col('x'), 40))
      .partition(holdout)
      .part(['train'])
      .sort([{ expr: col('x') }])
      .limit(10)
      .distinct(['x'])
      .join(cities, { how: 'semi', on: key });
    const { plan, preconditions } = forServing(table.plan, base.plan, ['x']);
    expect(ops({ plan })).toEqual(['input', 'project']);
    expect(preconditions).toEqual([
      call('gt', col('age'), 18),
      call('gt', call('mul', col('age'), 2), 40),
    ]);
  });

  it('keeps many-to-one joins and says which tables they need', () => {
    const table = base.join(cities, { how: 'left', on: key, single: true });
    const serving = forServing(table.plan, base.plan, ['size', 'age']);
    expect(serving.sides).toHaveLength(1);
    const rows = Table.values(cities.columns, [['Recife', 2]]);
    const written = rebaseAll(serving.plan, new Map([[serving.sides[0]!, rows.plan]]));
    expect(ops({ plan: written })).toContain('values');
    expect(forServing(table.plan, base.plan, ['age']).sides).toEqual([]);
  });

  it('keeps columns attached from the same rows, and refuses those of other rows', () => {
    const made = base.derive([{ name: 'z', expr: call('neg', col('income')) }]).filter(col('left'));
    const table = base.attach(made, { columns: ['z'], matching: true });
    const { plan, inputs } = forServing(table.plan, base.plan, ['z']);
    expect(inputs.map(({ name }) => name)).toEqual(['income']);
    expect(ops({ plan })).toContain('attach');
    const other = Table.source({
      snapshot: 'p',
      rows: 100,
      ownRow: true,
      columns: [column('p', 'float64')],
    });
    const predicted = base.attach(other, { columns: ['p'] });
    expect(forServing(predicted.plan, base.plan, ['age']).inputs).toHaveLength(1);
    expect(() => forServing(predicted.plan, base.plan, ['p'])).toThrow(/attach/);
  });

  it('refuses what mixes rows', () => {
    const joined = base.join(cities, { how: 'inner', on: key });
    expect(() => forServing(joined.plan, base.plan, ['size'])).toThrow(/join/);
    const both = Table.append([base, base]);
    expect(() => forServing(both.plan, base.plan, ['age'])).toThrow(/append/);
  });

  it('leaves out conditions that cannot be said in raw columns', () => {
    const table = base
      .join(cities, { how: 'left', on: key, single: true })
      .filter(call('gt', col('size'), 1))
      .filter(call('gt', col('age'), 1))
      .filter(call('gt', col('age'), 1));
    const { preconditions } = forServing(table.plan, base.plan, ['age']);
    expect(preconditions).toEqual([call('gt', col('age'), 1)]);
  });

  it('starts in the middle of a plan', () => {
    const middle = base.aggregate(['city'], [{ name: 'n', fn: 'count', args: [] }]);
    const table = middle.derive([{ name: 'x', expr: call('ln', col('n')) }]);
    expect(forServing(table.plan, middle.plan, ['x']).inputs).toEqual([middle.column('n')]);
  });
});
