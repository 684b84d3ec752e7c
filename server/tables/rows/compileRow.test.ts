import { describe, expect, it } from 'vitest';
import type { EsteiraError } from '#schemas/errors.ts';
import type { CompiledRow } from '#nodes/sdk/context.ts';
import { call, col, lit, lookup } from '#nodes/sdk/expressions/build.ts';
import { forServing } from '#nodes/sdk/plan/forServing.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { column } from '#nodes/sdk/plan/testing.ts';
import type { Plan } from '#nodes/sdk/plan/types.ts';
import { compileRow } from './compileRow.ts';

const answer = (compiled: CompiledRow, row: Readonly<Record<string, unknown>>) =>
  compiled.run((name) => (Object.hasOwn(row, name) ? row[name] : undefined));

const types = ['bool', 'int64', 'float64', 'text', 'date', 'timestamp'] as const;
const identity = compileRow(Table.input(types.map((type) => column(type, type))).plan);
const nothing = Object.fromEntries(types.map((type) => [type, null]));

describe('raw values', () => {
  const read = (type: string, value: unknown) =>
    answer(identity, { ...nothing, [type]: value })[types.indexOf(type as 'bool')];

  it.each<[string, unknown, unknown]>([
    ['bool', true, true],
    ['bool', 'false', false],
    ['bool', 1, true],
    ['bool', 0, false],
    ['int64', 7, 7],
    ['int64', '-7', -7],
    ['int64', 35.5, 35.5],
    ['int64', true, 1],
    ['float64', '3.5', 3.5],
    ['float64', ' 1e-3 ', 0.001],
    ['float64', 1e308, 1e308],
    ['float64', '1e999', null],
    ['float64', Number.NaN, null],
    ['float64', Number.NEGATIVE_INFINITY, null],
    ['float64', '', null],
    ['float64', '  ', null],
    ['date', '', null],
    ['text', '', ''],
    ['text', "l'été 🦆", "l'été 🦆"],
    ['text', '\ud800', '\ufffd'],
    ['date', '1970-01-02', 1],
    ['date', '0001-01-01', -719_162],
    ['date', '1969-12-31T23:59:59', -1],
    ['timestamp', '1970-01-01T00:00:01', 1e6],
    ['timestamp', '1970-01-01 00:00:00.000001', 1],
    ['timestamp', '1970-01-01T00:00:00.5Z', 5e5],
    ['timestamp', '1970-01-02', 86_400_000_000],
  ])('%s reads %j as %j', (type, value, expected) => {
    expect(read(type, value)).toBe(expected);
  });

  it('takes a BigInt', () => {
    expect(read('int64', 7n)).toBe(7);
  });

  it.each<[string, unknown]>([
    ['bool', 'yes'],
    ['bool', 2],
    ['int64', '1,5'],
    ['int64', '0x10'],
    ['float64', 'abc'],
    ['float64', 'NaN'],
    ['float64', {}],
    ['float64', [1]],
    ['text', 5],
    ['text', true],
    ['date', '2023-02-29'],
    ['date', 19_000],
    ['date', '31/12/2023'],
    ['timestamp', '2023-01-01T25:00:00'],
  ])('%s refuses %j, naming column and value', (type, value) => {
    try {
      read(type, value);
      expect.unreachable();
    } catch (error) {
      const { code, params } = error as EsteiraError;
      expect(code).toBe('model-value-wrong');
      expect(params).toMatchObject({ column: type, expected: type });
      const shown = typeof value === 'object' ? '(object)' : JSON.stringify(value);
      expect(JSON.stringify(params['value']).replaceAll('"', '')).toBe(shown.replaceAll('"', ''));
    }
  });

  it('tells an absent column from a missing value', () => {
    expect(answer(identity, nothing)).toEqual(types.map(() => null));
    const { text: _, ...absent } = nothing;
    expect(() => answer(identity, absent)).toThrow(/“text”/);
  });

  it('names all absent columns at once', () => {
    const ask = (): unknown => answer(identity, { bool: null, float64: 1, date: null });
    expect(ask).toThrow(
      expect.objectContaining({
        code: 'model-column-gone',
        params: { columns: ['int64', 'text', 'timestamp'], count: 3 },
      }),
    );
  });

  it('takes columns of any name', () => {
    const odd = ['__proto__', 'constructor', 'a "b"', '🦆', ' '];
    const compiled = compileRow(Table.input(odd.map((name) => column(name, 'int64'))).plan);
    const row = Object.fromEntries(odd.map((name, at) => [name, at]));
    expect(compiled.run((name) => row[name])).toEqual([0, 1, 2, 3, 4]);
    expect(() => answer(compiled, { a: 1 })).toThrow(/__proto__/);
  });
});

describe('steps', () => {
  const base = Table.input([column('x', 'float64'), column('city', 'text'), column('day', 'date')]);

  it('computes in order and keeps what it is not asked for out of the answer', () => {
    const table = base
      .derive([{ name: 'y', expr: call('mul', col('x'), 2) }])
      .derive([
        { name: 'x', expr: call('add', col('y'), 1) },
        { name: 'z', expr: col('x') },
      ])
      .rename({ z: 'w' })
      .select(['w', 'x', 'y']);
    const compiled = compileRow(table.plan);
    expect(compiled.columns.map(({ name }) => name)).toEqual(['w', 'x', 'y']);
    expect(answer(compiled, { x: 5, city: null, day: null })).toEqual([5, 11, 10]);
  });

  it('gives a fresh answer each time', () => {
    const compiled = compileRow(base.select(['x']).plan);
    const first = answer(compiled, { x: 1, city: null, day: null });
    answer(compiled, { x: 2, city: null, day: null });
    expect(first).toEqual([1]);
  });

  it('looks up what a fitted step learned', () => {
    const entries = [
      ['a', 1],
      ['b', 2],
      [null, 0],
    ] as const;
    const made = base.derive([{ name: 'n', expr: lookup(col('city'), entries, 'int64', -1) }]);
    const compiled = compileRow(made.select(['n']).plan);
    const values = ['a', 'z', null].map((city) => answer(compiled, { x: 1, city, day: null })[0]);
    expect(values).toEqual([1, -1, 0]);
  });

  it('joins written-out tables: the first row of a key, missing keys match nothing', () => {
    const right = Table.values(
      [column('c', 'text'), column('d', 'timestamp'), column('city', 'text'), column('x', 'date')],
      [
        ['a', '1970-01-02T00:00:00', 'first', '1970-01-03'],
        ['a', '1970-01-02T00:00:00', 'second', null],
        [null, '1970-01-02T00:00:00', 'third', null],
      ],
    );
    const on = [
      { left: 'city', right: 'c' },
      { left: 'day', right: 'd' },
    ];
    const compiled = compileRow(base.join(right, { how: 'left', on, single: true }).plan);
    expect(compiled.columns.map(({ name }) => name)).toEqual([
      'x',
      'city',
      'day',
      'city_right',
      'x_right',
    ]);
    const day = '1970-01-02';
    expect(answer(compiled, { x: 1, city: 'a', day })).toEqual([1, 'a', 1, 'first', 2]);
    expect(answer(compiled, { x: 1, city: null, day })).toEqual([1, null, 1, null, null]);
    expect(answer(compiled, { x: 1, city: 'a', day: null })).toEqual([1, 'a', null, null, null]);
  });

  it('attaches columns made of the same raw row, even after the plan was saved', () => {
    const made = base.derive([{ name: 'k', expr: call('neg', col('x')) }]);
    const table = base.derive([{ name: 'x', expr: lit(0) }]).attach(made, { columns: ['k', 'x'] });
    const { plan } = forServing(table.plan, base.plan, ['x', 'k']);
    const saved = JSON.parse(JSON.stringify(plan)) as Plan;
    for (const one of [plan, saved]) expect(answer(compileRow(one), { x: 3 })).toEqual([3, -3]);
  });

  it('refuses what needs more than one row', () => {
    const tables = [
      base.filter(call('gt', col('x'), 1)),
      base.sort([{ expr: col('x') }]),
      base.limit(1),
      base.distinct(),
      base.aggregate([], [{ name: 'n', fn: 'count', args: [] }]),
      base.partition({ into: { kind: 'folds', count: 2 }, seed: 1 }),
      base.join(base, { how: 'inner', on: [{ left: 'x', right: 'x' }] }),
      base.join(base, { how: 'left', on: [{ left: 'x', right: 'x' }], single: true }),
      Table.append([base, base]),
      Table.source({ snapshot: 's', rows: 1, columns: base.columns }),
    ];
    for (const { plan } of tables) expect(() => compileRow(plan)).toThrow(/one row/);
  });
});
