import { describe, expect, it } from 'vitest';
import type { Column, Role, ValueType } from '#schemas/types.ts';
import type { PlanNode } from '#nodes/sdk/node.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { node } from './node.ts';

const NOTHING = {
  target: '',
  targetAs: 'as-is',
  dropWithoutTarget: false,
  id: [],
  time: [],
  weight: [],
  group: [],
  sensitive: [],
  ignored: [],
  feature: [],
  types: [],
};

function column(name: string, type: ValueType, role: Role = 'feature'): Column {
  return { name, type, meaning: 'category', role };
}

const table = Table.declared({
  columns: [column('age', 'int64'), column('city', 'text'), column('since', 'date')],
});

function plan(params: object, input = table): Table {
  return (node as PlanNode<object>).plan({
    params: { ...NOTHING, ...params },
    inputs: { table: input },
    seed: 1,
  });
}

function kind(of: string, type: string, meaning = 'keep', format = 'dd/mm/yyyy') {
  return { types: [{ column: of, type, meaning, decimal: '.', format }] };
}

describe('what cannot be meant is refused in words', () => {
  it.each([
    ['a target that is not there', { target: 'Age' }, 'target-missing'],
    ['a shape for a target that nobody chose', { targetAs: 'category' }, 'target-not-set'],
    ['two roles', { target: 'age', ignored: ['age'] }, 'set-roles.several-roles'],
    ['a role for a column that is not there', { id: ['cpf'] }, 'column-unknown'],
    ['a weight that is no number', { weight: ['city'] }, 'column-wrong-type'],
    ['yes or no of a date', kind('since', 'bool'), 'column-wrong-type'],
    ['a number that is a text', kind('city', 'keep', 'number'), 'column-wrong-type'],
    ['an image that is a number', kind('age', 'keep', 'image'), 'column-wrong-type'],
    ['a type for no column', kind('', 'text'), 'columns-not-chosen'],
  ])('%s', (_, params, code) => {
    expect(() => plan(params)).toThrow(expect.objectContaining({ code, kind: 'user' }));
  });

  it('two types for one column', () => {
    const types = [...kind('age', 'text').types, ...kind('age', 'bool').types];
    const params = { field: '“age”', first: 1, second: 2 };
    expect(() => plan({ types })).toThrow(
      expect.objectContaining({ code: 'list-repeats', params }),
    );
  });
});

it('leaves out rows without a target only where there is a target, and counts them', () => {
  const own = { ...NOTHING, dropWithoutTarget: true };
  const { findings } = node as PlanNode<object>;
  expect(plan(own).plan).toBe(table.plan);
  expect(findings?.({ params: own, inputs: { table } })).toBeUndefined();
  const chosen = { ...own, target: 'age' };
  expect(plan(chosen).plan).toMatchObject({ op: 'filter' });
  const found = findings?.({ params: chosen, inputs: { table } });
  expect(found?.queries['dropped']?.columns.map(({ name }) => name)).toEqual(['missing']);
  expect(found?.notes({ dropped: [new Map([['missing', 0]])] })).toEqual([]);
  const params = { target: 'age', count: 3 };
  expect(found?.notes({ dropped: [new Map([['missing', 3]])] })).toEqual([
    { code: 'target-rows-dropped', level: 'warning', params },
  ]);
});

it('takes the target that the table has', () => {
  const given = Table.declared({
    columns: [column('y', 'float64', 'target'), column('x', 'text')],
  });
  const { columns } = plan({ targetAs: 'category' }, given);
  expect(columns[0]).toEqual({ name: 'y', type: 'text', meaning: 'category', role: 'target' });
});

it('leaves yes and no, and whole numbers, as they are where they fit', () => {
  const given = Table.declared({ columns: [column('paid', 'bool'), column('age', 'int64')] });
  expect(plan({ target: 'paid', targetAs: 'category' }, given).column('paid')?.type).toBe('bool');
  expect(plan({ target: 'age', targetAs: 'number' }, given).column('age')).toMatchObject({
    type: 'int64',
    meaning: 'number',
  });
});

it('converts every type to every other, or says that it cannot', () => {
  const types: ValueType[] = ['bool', 'int64', 'float64', 'text', 'date', 'timestamp'];
  const refused: string[] = [];
  for (const from of types) {
    for (const to of types) {
      const given = Table.declared({ columns: [column('x', from)] });
      try {
        expect(plan(kind('x', to), given).column('x')?.type).toBe(to);
      } catch (error) {
        expect(error).toMatchObject({ code: 'column-wrong-type' });
        refused.push(`${from} ${to}`);
      }
    }
  }
  expect(refused).toEqual(['bool date', 'bool timestamp', 'date bool', 'timestamp bool']);
});
