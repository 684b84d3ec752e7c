import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call, col, lit } from '../expressions/build.ts';
import { checkpoint } from './checkpoint.ts';
import { planHash } from './hash.ts';
import { lineage } from './lineage.ts';
import { prune } from './prune.ts';
import { rebase, replaceInput } from './rebase.ts';
import { columnsOfPlan, schemaOf, traitsOf } from './schema.ts';
import { stepKind } from './stepKind.ts';
import { Table } from './table.ts';
import { column, names, people } from './testing.ts';
import type { Plan } from './types.ts';
import { inOrder } from './walk.ts';

const holdout = { into: { kind: 'holdout', train: 1, validation: 0, test: 1 }, seed: 1 } as const;
const key = [{ left: 'city', right: 'city' }];
const cities = Table.values([column('city', 'text'), column('size', 'int64')], [['Recife', 2]]);

describe('lineage', () => {
  const table = people();

  it('follows values to the columns of the sources', () => {
    const made = table
      .derive([{ name: 'x', expr: call('add', col('age'), col('income')) }])
      .filter(call('gt', col('id'), 3))
      .rename({ x: 'y' })
      .join(cities, { how: 'left', on: key, single: true });
    expect(lineage(made.plan, 'y')).toEqual([
      { leaf: table.plan, column: 'age' },
      { leaf: table.plan, column: 'income' },
    ]);
    expect(lineage(made.plan, 'size')).toEqual([{ leaf: cities.plan, column: 'size' }]);
    expect(lineage(made.derive([{ name: 'c', expr: lit(1) }]).plan, 'c')).toEqual([]);
  });

  it('goes through groups, appended tables and full joins', () => {
    const grouped = table.aggregate(['city'], [{ name: 'm', fn: 'mean', args: [col('age')] }]);
    expect(lineage(grouped.plan, 'm').map((c) => c.column)).toEqual(['age']);
    const both = Table.append([table.select(['city']), cities]);
    expect(lineage(both.plan, 'city').map((c) => c.leaf)).toEqual([table.plan, cities.plan]);
    const full = table.join(cities, { how: 'full', on: key });
    expect(lineage(full.plan, 'city').map((c) => c.leaf)).toEqual([table.plan, cities.plan]);
    const attached = table.attach(table.derive([{ name: 'z', expr: col('age') }]), {
      columns: ['z'],
    });
    expect(lineage(attached.plan, 'z')).toEqual([{ leaf: table.plan, column: 'age' }]);
  });

  it('visits a shared plan once', () => {
    let at = table.select(['age']);
    for (let i = 0; i < 60; i++)
      at = at.derive([{ name: 'age', expr: call('add', col('age'), col('age')) }]);
    expect(lineage(at.plan, 'age')).toHaveLength(1);
  });
});

describe('stepKind', () => {
  const table = people();
  const measure = [{ name: 'n', fn: 'count', args: [] }] as const;

  it.each<[string, (table: Table) => Table, string]>([
    ['nothing', (t) => t, 'row-wise'],
    ['a projection', (t) => t.select(['age', 'city']), 'row-wise'],
    [
      'a many-to-one join',
      (t) => t.join(cities, { how: 'left', on: key, single: true }),
      'row-wise',
    ],
    ['a filter', (t) => t.select(['age']).filter(call('gt', col('age'), 1)), 'row-selecting'],
    ['a sort', (t) => t.sort([{ expr: col('age') }]), 'row-selecting'],
    ['a limit', (t) => t.limit(1), 'row-selecting'],
    ['distinct rows', (t) => t.distinct(), 'row-selecting'],
    ['a semi join', (t) => t.join(cities, { how: 'semi', on: key }), 'row-selecting'],
    ['a split', (t) => t.limit(1).partition(holdout), 'partition'],
    [
      'another table’s split',
      (t) => t.attach(t.partition(holdout), { columns: [], part: true }),
      'partition',
    ],
    ['groups', (t) => t.aggregate(['city'], measure).limit(1), 'mixing'],
    ['a join', (t) => t.join(cities, { how: 'inner', on: key }), 'mixing'],
    ['appended rows', (t) => Table.append([t, t]), 'mixing'],
    ['appended rows, the table second', (t) => Table.append([people(), t]), 'mixing'],
    ['another table', () => people(), 'opaque'],
    [
      'a snapshot of it',
      (t) => Table.fromPlan(checkpoint(t.plan, { snapshot: 's', rows: 1 })),
      'opaque',
    ],
  ])('of %s', (_, change, kind) => {
    expect(stepKind(table.plan, change(table).plan)).toBe(kind);
  });
});

describe('prune', () => {
  const table = people();

  it('gives exactly the columns asked for, in that order', () => {
    const made = table.derive([{ name: 'x', expr: call('mul', col('age'), 2) }]);
    expect(columnsOfPlan(prune(made.plan, ['x', 'id'])).map((c) => c.name)).toEqual(['x', 'id']);
    expect(() => prune(made.plan, ['y'])).toThrow(/“y”/);
  });

  it('reads only what is needed', () => {
    const made = table
      .derive([
        { name: 'x', expr: call('mul', col('age'), 2) },
        { name: 'y', expr: col('income') },
      ])
      .filter(call('isnull', col('city')))
      .join(cities, { how: 'left', on: [{ left: 'name', right: 'city' }], single: true })
      .attach(table, { columns: ['born'] });
    const leaves = inOrder(prune(made.plan, ['x'])).filter((plan) => plan.op === 'source');
    expect(leaves.map((leaf) => columnsOfPlan(leaf).map((c) => c.name))).toEqual([['age', 'city']]);
    const measured = table.aggregate(
      ['city'],
      [
        { name: 'a', fn: 'mean', args: [col('age')] },
        { name: 'b', fn: 'mean', args: [col('income')] },
      ],
    );
    const [leaf] = inOrder(prune(measured.plan, ['b']));
    expect(columnsOfPlan(leaf!).map((c) => c.name)).toEqual(['income', 'city']);
  });

  it('keeps names that depend on columns which nobody asked for', () => {
    const twice = table.join(table, { how: 'inner', on: [{ left: 'id', right: 'id' }] });
    const wanted = ['age_right', 'city_right'];
    expect(columnsOfPlan(prune(twice.plan, wanted)).map((c) => c.name)).toEqual(wanted);
    const odd = Table.values(
      [column('id', 'int64'), column('x_right', 'int64'), column('x', 'text')],
      [],
    );
    const joined = odd
      .select(['id', 'x'])
      .join(odd, { how: 'left', on: [{ left: 'id', right: 'id' }] });
    expect(names(joined)).toEqual(['id', 'x', 'x_right', 'x_right_right']);
    const [kept] = columnsOfPlan(prune(joined.plan, ['x_right_right']));
    expect(kept).toMatchObject({ name: 'x_right_right', type: 'text' });
  });

  it('keeps a plan that is used twice one plan', () => {
    const shared = table.sort([{ expr: col('age') }]).limit(5);
    const both = Table.append([shared.select(['age']), shared.select(['city'])]);
    const limits = inOrder(prune(both.plan, ['age', 'city'])).filter((plan) => plan.op === 'limit');
    expect(limits).toHaveLength(1);
  });

  it('changes nothing else about rows', () => {
    const made = table.partition(holdout).sort([{ expr: col('age') }]);
    expect(traitsOf(prune(made.plan, ['city']))).toEqual(made.traits);
  });
});

describe('rebase', () => {
  it('replaces a sub-plan and leaves what does not hold it', () => {
    const table = people();
    const made = table.select(['age', 'city']).join(cities, { how: 'left', on: key, single: true });
    const other = people().limit(3);
    const moved = rebase(made.plan, table.plan, other.plan);
    expect(stepKind(other.plan, moved)).toBe('row-wise');
    expect(schemaOf(moved)).toEqual(made.schema);
    expect(inOrder(moved)).toContain(cities.plan);
    expect(rebase(made.plan, other.plan, table.plan)).toBe(made.plan);
    expect(rebase(table.plan, table.plan, other.plan)).toBe(other.plan);
  });

  it('puts a table in the place of the input of a saved plan', () => {
    const input = Table.input([column('age', 'int64')]);
    const plan = JSON.parse(
      JSON.stringify(input.derive([{ name: 'x', expr: col('age') }]).plan),
    ) as Plan;
    const moved = replaceInput(plan, people().plan);
    expect(inOrder(moved)[0]!.op).toBe('source');
    expect(() => replaceInput(plan, cities.plan)).toThrow(/age/);
  });
});

describe('planHash', () => {
  it('is the same for equal plans, however they were made', () => {
    const make = (): Table =>
      people()
        .filter(call('gt', col('age'), 1))
        .select(['age', 'city']);
    const { plan } = make();
    expect(planHash(make().plan)).toBe(planHash(plan));
    expect(planHash(JSON.parse(JSON.stringify(plan)) as Plan)).toBe(planHash(plan));
    const shuffled = Object.fromEntries(Object.entries(plan).toReversed()) as unknown as Plan;
    expect(planHash(shuffled)).toBe(planHash(plan));
  });

  it('differs where plans differ', () => {
    const table = people();
    const all = [
      table,
      table.limit(1),
      table.limit(2),
      table.limit(1, 1),
      table.select(['age', 'city']),
      table.select(['city', 'age']),
      table.filter(call('gt', col('age'), 1)),
      table.filter(call('gt', col('age'), lit(1, 'float64'))),
      table.join(cities, { how: 'left', on: key }),
      table.join(cities, { how: 'inner', on: key }),
      Table.append([table, cities]),
      Table.append([cities, table]),
    ];
    expect(new Set(all.map(({ plan }) => planHash(plan))).size).toBe(all.length);
  });
});

describe('long chains', () => {
  it('stand 2,000 operations', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 2000, maxLength: 2000 }), (choices) => {
        const table = people();
        let at = table;
        for (const choice of choices) at = link(at, choice);
        expect(stepKind(table.plan, at.plan)).toBe('partition');
        expect(lineage(at.plan, 'age').map((c) => c.column)).toEqual(['age']);
        expect(columnsOfPlan(prune(at.plan, ['age']))).toHaveLength(1);
        expect(planHash(at.plan)).toHaveLength(64);
        expect(columnsOfPlan(rebase(at.plan, table.plan, people().plan))).toHaveLength(7);
      }),
      { numRuns: 2 },
    );
  });

  function link(table: Table, choice: number): Table {
    switch (choice) {
      case 0:
        return table.derive([{ name: 'age', expr: call('add', col('age'), 1) }]);
      case 1:
        return table.filter(call('gt', col('age'), 0));
      case 2:
        return table.sort([{ expr: col('age') }]);
      case 3:
        return table.limit(50);
      default:
        return table.partition(holdout);
    }
  }
});
