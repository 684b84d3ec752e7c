import { describe, expect, it } from 'vitest';
import { call, col, lit } from '../expressions/build.ts';
import { Table } from './table.ts';
import { column, names, people } from './testing.ts';

describe('what a projection makes of a column', () => {
  const table = people();

  it('keeps everything of a column that is only named', () => {
    const { columns } = table.select(['city', 'name']);
    expect(columns).toEqual([table.column('city'), table.column('name')]);
    expect(table.rename({ city: 'cidade' }).column('cidade')).toEqual({
      ...table.column('city'),
      name: 'cidade',
    });
  });

  it('infers type and meaning of a computed one', () => {
    const derived = table.derive([
      { name: 'double', expr: call('mul', col('age'), 2) },
      { name: 'old', expr: call('gt', col('age'), 60) },
      { name: 'nothing', expr: lit(null) },
      { name: 'day', expr: col('born') },
    ]);
    expect(derived.columns.slice(7)).toMatchObject([
      { name: 'double', type: 'float64', meaning: 'number', role: 'feature' },
      { name: 'old', type: 'bool', meaning: 'category' },
      { name: 'nothing', type: 'text', meaning: 'category' },
      { name: 'day', type: 'date', meaning: 'date' },
    ]);
  });

  it('keeps the role of a column that is replaced, and its place', () => {
    const not = table.derive([{ name: 'left', expr: call('not', col('left')) }]);
    expect(names(not)).toEqual(names(table));
    expect(not.column('left')).toMatchObject({ role: 'target', type: 'bool' });
  });

  it('lets personal data mark what is made of them, until a person says otherwise', () => {
    const upper = { name: 'upper', expr: call('upper', col('name')) };
    expect(table.derive([upper]).column('upper')?.personal).toBe('name');
    expect(table.column('age')?.personal).toBeUndefined();
  });

  it('takes what is said about it', () => {
    const meta = { role: 'ignored', meaning: 'category' } as const;
    const described = table.describe(['age', 'id'], meta);
    expect(described.column('age')).toMatchObject({ type: 'int64', ...meta });
    expect(described.column('id')).toMatchObject(meta);
    expect(described.column('city')).toEqual(table.column('city'));
  });

  it('reads all columns as they were before', () => {
    const swapped = table.derive([
      { name: 'age', expr: col('income') },
      { name: 'income', expr: col('age') },
    ]);
    expect(swapped.column('age')?.type).toBe('float64');
    expect(swapped.column('income')?.type).toBe('int64');
  });
});

describe('columns that are not there yet', () => {
  const family = column('city=', 'bool', { presence: 'many', of: 'city' });
  const declared = Table.declared({
    columns: [column('age', 'int64', { presence: 'maybe' }), family],
    partition: { kind: 'folds', count: 3 },
  });

  it('lets members of a family be named before the run', () => {
    expect(declared.column('city=Recife')).toMatchObject({ type: 'bool', presence: 'maybe' });
    expect(names(declared.select(['city=Recife']))).toEqual(['city=Recife']);
    expect(declared.filter(col('city=Recife')).columns).toEqual(declared.columns);
    expect(declared.column('town=Recife')).toBeUndefined();
  });

  it('carries presence to what is computed', () => {
    const derived = declared.derive([
      { name: 'x', expr: call('mul', col('age'), 2) },
      { name: 'y', expr: call('not', col('city=')) },
    ]);
    expect(derived.column('x')?.presence).toBe('maybe');
    expect(derived.column('y')).toMatchObject({ presence: 'many', of: 'city' });
    expect(derived.schema.partition).toEqual({ kind: 'folds', count: 3 });
  });
});

describe('aggregates', () => {
  it('gives keys and measures their types', () => {
    const table = people().aggregate(
      ['city', { name: 'adult', expr: call('ge', col('age'), 18) }],
      [
        { name: 'n', fn: 'count', args: [] },
        { name: 'total', fn: 'sum', args: [col('age')] },
        { name: 'oldest', fn: 'min', args: [col('born')] },
        { name: 'middle', fn: 'median', args: [col('age')] },
        { name: 'day', fn: 'quantile', args: [col('born')], q: 0.1 },
        { name: 'usual', fn: 'mode', args: [col('name')] },
      ],
    );
    const types = table.columns.map(({ name, type }) => [name, type]);
    expect(types).toEqual([
      ['city', 'text'],
      ['adult', 'bool'],
      ['n', 'int64'],
      ['total', 'float64'],
      ['oldest', 'date'],
      ['middle', 'float64'],
      ['day', 'date'],
      ['usual', 'text'],
    ]);
    expect(table.column('usual')?.personal).toBe('name');
    expect(table.column('city')?.levels).toEqual(['Recife', 'São Paulo']);
    expect(table.traits).toEqual({ order: false, rowLimit: 100 });
  });

  it('refuses what an aggregate cannot take', () => {
    const measure = (fn: 'mean' | 'median', name: string) => () =>
      people().aggregate([], [{ name: 'x', fn, args: [col(name)] }]);
    expect(measure('mean', 'city')).toThrow(/city.*text/);
    expect(measure('median', 'left')).toThrow(/left/);
    expect(measure('mean', 'left')()).toBeInstanceOf(Table);
    const quantile = (q: number) => () =>
      people().aggregate([], [{ name: 'x', fn: 'quantile', args: [col('age')], q }]);
    expect(quantile(1.5)).toThrow(RangeError);
    expect(quantile(Number.NaN)).toThrow(RangeError);
  });
});

describe('joins', () => {
  const left = people().select(['id', 'city', 'age']);
  const right = Table.values(
    [column('id', 'float64'), column('city', 'text'), column('City_right', 'text')],
    [[1, 'x', 'y']],
  );
  const on = [{ left: 'id', right: 'id' }];

  it('names colliding columns apart and leaves the right keys out', () => {
    expect(names(left.join(right, { how: 'inner', on }))).toEqual([
      'id',
      'city',
      'age',
      'city_right',
      'City_right_right',
    ]);
    expect(names(left.join(right, { how: 'left', on, suffix: '2' }))).toContain('city2');
    expect(names(left.join(right, { how: 'semi', on }))).toEqual(['id', 'city', 'age']);
  });

  it('gives a full join keys of both sides', () => {
    expect(left.join(right, { how: 'full', on }).column('id')?.type).toBe('float64');
    expect(left.join(right, { how: 'left', on }).column('id')?.type).toBe('int64');
  });

  it('bounds the identities that it makes', () => {
    expect(left.join(right, { how: 'inner', on }).traits.rowLimit).toBe(200);
    expect(left.join(right, { how: 'full', on }).traits.rowLimit).toBe(201);
    expect(left.join(right, { how: 'left', on, single: true }).traits.rowLimit).toBe(100);
    const unknown = Table.input(left.columns);
    expect(unknown.join(right, { how: 'inner', on }).traits.rowLimit).toBeNull();
    const many = Table.source({ snapshot: 's', rows: 1e9, columns: left.columns });
    expect(many.join(many, { how: 'inner', on }).traits.rowLimit).toBeNull();
  });

  it('keeps the left rows’ parts', () => {
    const split = left.partition({ into: { kind: 'folds', count: 2 }, seed: 1 });
    const partition = { kind: 'folds', count: 2 };
    expect(split.join(right, { how: 'inner', on }).schema.partition).toEqual(partition);
    expect(split.join(right, { how: 'full', on }).schema.partition).toBeUndefined();
    expect(left.join(split, { how: 'inner', on }).schema.partition).toBeUndefined();
  });

  it('refuses keys that are never equal', () => {
    const wrong = () => left.join(right, { how: 'inner', on: [{ left: 'age', right: 'city' }] });
    expect(wrong).toThrow(/city/);
    expect(() => left.join(right, { how: 'inner', on: [] })).toThrow();
  });
});

describe('append and attach', () => {
  const a = Table.values([column('x', 'int64'), column('d', 'date')], [[1, null]]);
  const b = Table.values(
    [column('y', 'text'), column('x', 'float64')],
    [
      ['b', 2.5],
      ['c', 3],
    ],
  );

  it('appends by name and widens types', () => {
    const all = Table.append([a, b]);
    const types = all.columns.map(({ name, type }) => [name, type]);
    expect(types).toEqual([
      ['x', 'float64'],
      ['d', 'date'],
      ['y', 'text'],
    ]);
    expect(all.traits).toEqual({ order: false, rowLimit: 3 });
    expect(() => Table.append([a, a.derive([{ name: 'x', expr: lit('t') }])])).toThrow(/x/);
    expect(() => Table.append([a, a.rename({ x: 'X' })])).toThrow(/X/);
  });

  it('keeps parts only where all have them', () => {
    const into = (validation: number) =>
      ({ kind: 'holdout', train: 1, validation, test: 1 }) as const;
    const split = (validation: number) => a.partition({ into: into(validation), seed: 1 });
    expect(Table.append([split(0), split(1)]).schema.partition).toEqual({
      kind: 'holdout',
      validation: true,
    });
    expect(Table.append([split(0), a]).schema.partition).toBeUndefined();
  });

  it('attaches columns, replacing same-named ones where they stand', () => {
    const other = a.derive([
      { name: 'x', expr: lit('text') },
      { name: 'z', expr: lit(1.5) },
    ]);
    const joined = a.attach(other, { columns: ['x', 'z'] });
    expect(joined.columns.map(({ name, type }) => [name, type])).toEqual([
      ['x', 'text'],
      ['d', 'date'],
      ['z', 'float64'],
    ]);
    const split = a.partition({ into: { kind: 'folds', count: 2 }, seed: 1 });
    expect(a.attach(split, { columns: [], part: true }).schema.partition?.kind).toBe('folds');
    expect(() => a.attach(other, { columns: [], part: true })).toThrow();
    expect(() => a.attach(other, { columns: ['nothing'] })).toThrow(/nothing/);
  });
});
