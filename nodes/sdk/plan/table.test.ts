import { describe, expect, it } from 'vitest';
import { describeMessage, EsteiraError } from '#schemas/errors.ts';
import { call, col, lit } from '../expressions/build.ts';
import { Table } from './table.ts';
import { column, names, people } from './testing.ts';

/** The error that `act` throws. */
function thrown(act: () => unknown): EsteiraError {
  try {
    act();
  } catch (error) {
    if (error instanceof EsteiraError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('Table', () => {
  it('is immutable and gives a new table for each operation', () => {
    const table = people();
    const other = table.select(['age']);
    expect(names(table)).toHaveLength(7);
    expect(names(other)).toEqual(['age']);
    expect(Object.isFrozen(other) && Object.isFrozen(other.plan)).toBe(true);
    expect(other.base).toBe(table.plan);
  });

  it('says how many other columns there are where one is not', () => {
    const columns = Array.from({ length: 31 }, (_, at) => column(`c${at}`, 'int64'));
    const error = thrown(() => Table.declared({ columns }).need('wage'));
    const { message } = describeMessage(error.code, error.params, 'pt-BR');
    expect(message).toMatch(/^A tabela não tem a coluna “wage”\. Ela tem .* e mais 21\.$/);
  });

  it('keeps the recipe of the wire', () => {
    const table = people();
    const step = { nodeId: 'n', type: 't', version: 1, params: {}, kind: 'row-wise' } as const;
    const value = { ...table.select(['age']).value(), steps: [step] };
    const { kind, plan, base, steps } = Table.of(value).limit(3).value();
    expect({ kind, op: plan.op, steps }).toEqual({ kind: 'table', op: 'limit', steps: [step] });
    expect(base).toBe(table.plan);
  });

  it('names the nearest column first when one is not there', () => {
    const error = thrown(() => people().select(['agee']));
    expect(error.code).toBe('column-unknown');
    expect(error.params['column']).toBe('agee');
    expect((error.params['known'] as string[])[0]).toBe('age');
  });

  it('tells upper and lower case apart when reading and not when naming', () => {
    expect(thrown(() => people().select(['Age'])).code).toBe('column-unknown');
    const derive = () => people().derive([{ name: 'AGE', expr: lit(1) }]);
    expect(thrown(derive).params).toEqual({ column: 'AGE' });
    const swap = { age: 'income', income: 'age' };
    expect(names(people().rename(swap)).slice(2, 4)).toEqual(['income', 'age']);
    expect(thrown(() => people().rename({ age: 'income' })).code).toBe('column-repeated');
  });

  it.each([
    ['', 'column-name-empty'],
    ['$row', 'column-repeated'],
    ['$PART', 'column-repeated'],
    ['a\0b', 'text-wrong-form'],
    ['\ud800', 'text-wrong-form'],
    ['x'.repeat(1001), 'text-wrong-form'],
  ])('refuses the column name %j', (name, code) => {
    expect(thrown(() => people().rename(new Map([['age', name]]))).code).toBe(code);
  });

  it('takes any other name', () => {
    const odd = ['__proto__', 'constructor', 'select', ' ', 'a "b"', "l'été", '🦆', 'x;--', '$k'];
    let table = people();
    for (const name of odd) table = table.derive([{ name, expr: lit(1) }]);
    expect(names(table).slice(7)).toEqual(odd);
    expect(table.column('__proto__')?.type).toBe('int64');
    expect(people().column('__proto__')).toBeUndefined();
  });

  it('refuses a table without columns', () => {
    expect(thrown(() => people().select([])).code).toBe('columns-none');
    expect(thrown(() => people().drop(names(people()))).code).toBe('columns-none');
  });

  it('checks expressions against the columns', () => {
    const unknown = thrown(() => people().filter(call('gt', col('ages'), 1)));
    expect(unknown.code).toBe('expression-column-unknown');
    expect(thrown(() => people().filter(col('age'))).code).toBe('expression-not-condition');
    const wrong = () => people().derive([{ name: 'x', expr: call('sqrt', col('city')) }]);
    expect(thrown(wrong).code).toBe('expression-argument-type');
  });

  it('finds columns by what they are', () => {
    const table = people();
    expect(table.columnsOf({ role: 'target' }).map((c) => c.name)).toEqual(['left']);
    expect(table.columnsOf({ type: 'int64', role: 'feature' }).map((c) => c.name)).toEqual(['age']);
    expect(table.columnsOf({ meaning: 'number' }).map((c) => c.name)).toEqual([
      'id',
      'age',
      'income',
    ]);
    expect(table.need('age', ['int64']).name).toBe('age');
    expect(thrown(() => table.need('city', ['int64', 'float64'])).params).toEqual({
      column: 'city',
      expected: ['int64', 'float64'],
      found: 'text',
    });
  });

  it('checks rows that are written out', () => {
    const columns = [column('a', 'int64'), column('d', 'date')];
    expect(
      Table.values(columns, [
        [1, '2024-02-29'],
        [null, null],
      ]).traits.rowLimit,
    ).toBe(2);
    const error = thrown(() =>
      Table.values(columns, [
        [1, null],
        [2, '2023-02-29'],
      ]),
    );
    expect(error.params).toEqual({ column: 'd', row: 2, value: '2023-02-29', expected: 'date' });
    expect(thrown(() => Table.values(columns, [[1.5, null]])).code).toBe('value-not-convertible');
  });
});

describe('parts', () => {
  const into = { kind: 'holdout', train: 0.8, validation: 0, test: 0.2 } as const;

  it('says how the rows are split', () => {
    const split = people().partition({ into, seed: 1 });
    expect(split.schema.partition).toEqual({ kind: 'holdout', validation: false });
    expect(split.part(['train']).schema.partition).toEqual(split.schema.partition);
    const folds = people().partition({ into: { kind: 'folds', count: 5 }, seed: 1 });
    expect(folds.schema.partition).toEqual({ kind: 'folds', count: 5 });
    expect(folds.foldAsHoldout(4).schema.partition).toEqual({ kind: 'holdout', validation: false });
    expect(() => folds.foldAsHoldout(5)).toThrow(RangeError);
    expect(thrown(() => people().foldAsHoldout(0)).code).toBe('partition-missing');
  });

  it('leaves a table that is not split as it is', () => {
    const table = people();
    expect(table.part(['train'])).toBe(table);
    const folds = table.partition({ into: { kind: 'folds', count: 5 }, seed: 1 });
    expect(folds.part(['train'])).toBe(folds);
    expect(folds.part([0, 1]).plan.op).toBe('filter');
  });

  it('lets a condition name $part only where there is one', () => {
    const where = call('eq', col('$part'), 'test');
    expect(people().partition({ into, seed: 1 }).filter(where).plan.op).toBe('filter');
    expect(thrown(() => people().filter(where)).code).toBe('expression-column-unknown');
  });

  it.each([
    { kind: 'holdout', train: 0, validation: 0, test: 0 },
    { kind: 'holdout', train: 1, validation: -1, test: 0 },
    { kind: 'holdout', train: Number.NaN, validation: 0, test: 1 },
    { kind: 'folds', count: 1 },
    { kind: 'folds', count: 2.5 },
  ] as const)('refuses %o', (wrong) => {
    expect(() => people().partition({ into: wrong, seed: 1 })).toThrow(RangeError);
  });
});
