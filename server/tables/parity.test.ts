import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, col, lit, lookup } from '#nodes/sdk/expressions/build.ts';
import type { Expr, Literal } from '#nodes/sdk/expressions/types.ts';
import { isoDate, isoTimestamp } from '#nodes/sdk/expressions/values/isoText.ts';
import { forServing } from '#nodes/sdk/plan/forServing.ts';
import { nameKey } from '#nodes/sdk/plan/names.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { column } from '#nodes/sdk/plan/testing.ts';
import type { Column, Plan, ValueType } from '#nodes/sdk/plan/types.ts';
import { type Engine, openEngine, type Row } from './emit/testing/engine.ts';
import { compileRow } from './rows/compileRow.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const TYPES: readonly ValueType[] = ['bool', 'int64', 'float64', 'text', 'date', 'timestamp'];

const someName = fc
  .oneof(
    fc.constantFrom(
      '__proto__',
      'constructor',
      'select',
      'from',
      'a b',
      ' ',
      '"',
      '""',
      "'",
      'é',
      'É',
      'ñandú',
      '🦆',
      '$k',
      '$o0',
      'k0',
      'm0',
      'l',
      'r',
      'c0',
      'x;--',
      '\\',
      '\n',
      'file_row_number',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  )
  .filter(
    (name) => !name.includes('\0') && name.isWellFormed() && !/^\$(row|part|order)$/i.test(name),
  );

const VALUES: { readonly [type in ValueType]: fc.Arbitrary<Literal> } = {
  bool: fc.boolean(),
  int64: fc.oneof(fc.integer({ min: -20, max: 20 }), fc.maxSafeInteger()),
  float64: fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    fc.constantFrom(1e308, -1e308, 5e-324, 0.1),
  ),
  text: fc.oneof(
    fc.constantFrom('', 'a', 'b', 'São Paulo', ' A ', '🦆'),
    fc.string({ unit: 'grapheme' }),
  ),
  date: fc.integer({ min: -719_162, max: 2_932_896 }).map(isoDate),
  timestamp: fc
    .tuple(
      fc.integer({ min: -719_162, max: 2_932_896 }),
      fc.nat(86_399),
      fc.constantFrom(0, 1, 500_000),
    )
    .map(([day, second, micro]) => isoTimestamp(day * 864e8 + second * 1e6 + micro)),
};

/** A table: distinct names, any types, rows with many missing values. */
const someData: fc.Arbitrary<{ columns: Column[]; rows: Row[] }> = fc
  .uniqueArray(fc.tuple(someName, fc.constantFrom(...TYPES)), {
    minLength: 2,
    maxLength: 7,
    selector: ([name]) => nameKey(name),
  })
  .chain((fields) => {
    const cells = fields.map(([, type]) => fc.option(VALUES[type], { freq: 4 }));
    return fc.record({
      columns: fc.constant(fields.map(([name, type]) => column(name, type))),
      rows: fc.array(fc.tuple(...cells) as fc.Arbitrary<Row>, { maxLength: 12 }),
    });
  });

/** Numbers that decide each step: which operation, which columns. */
type Choice = readonly [number, number, number, string];
const someChoices = fc.array(fc.tuple(fc.nat(12), fc.nat(1000), fc.nat(1000), someName), {
  maxLength: 14,
});

/** An expression over two columns that both sides compute alike to the last bit. */
function expression(a: Column, b: Column, which: number): Expr {
  const [x, y] = [col(a.name), col(b.name)];
  const options: Expr[] = [call('isnull', x), call('to_text', x), lit(which % 7), lit(null)];
  if (a.type === 'int64' || a.type === 'float64') {
    options.push(
      call('add', x, 1.5),
      call('mul', x, x),
      call('neg', x),
      call('div', 1, x),
      call('floor', x),
    );
    options.push(
      lookup(
        x,
        [
          [1, 'one'],
          [null, 'none'],
          [2.5, 'x'],
        ],
        'text',
        'other',
      ),
    );
    if (b.type === 'int64' || b.type === 'float64')
      options.push(call('sub', x, y), call('lt', x, y));
  }
  if (a.type === 'text') {
    options.push(call('concat', x, '-', y), call('length', x), call('lower', x), call('trim', x));
    options.push(
      lookup(
        x,
        [
          ['a', 1],
          ['', null],
        ],
        'int64',
        -1,
      ),
    );
  }
  if (a.type === 'bool')
    options.push(call('not', x), call('if', x, y, y), call('if', x, lit(null), y));
  if (a.type === b.type) options.push(call('eq', x, y), call('coalesce', x, y));
  return options[which % options.length]!;
}

const side = Table.values(
  [column('key', 'text'), column('weight', 'float64'), column('day', 'date')],
  [
    ['a', 1.5, '2024-02-29'],
    ['', null, null],
    ['a', 9, null],
    ['São Paulo', -0.5, '1900-01-01'],
    [null, 7, null],
  ],
);

function step(table: Table, base: Table, [which, first, second, name]: Choice): Table {
  const pick = (at: number): Column => table.columns[at % table.columns.length]!;
  const [a, b] = [pick(first), pick(second)];
  const free = !table.columns.some((known) => nameKey(known.name) === nameKey(name));
  switch (which) {
    case 0:
    case 1:
    case 2:
      return table.derive([{ name: free ? name : a.name, expr: expression(a, b, first + second) }]);
    case 3:
      return table.derive([{ name: a.name, expr: expression(a, b, second) }]);
    case 4:
      return free ? table.rename(new Map([[a.name, name]])) : table;
    case 5:
      return table.columns.length > 2 ? table.drop([a.name]) : table;
    case 6:
      return a.type === 'text'
        ? table.join(side, {
            how: 'left',
            on: [{ left: a.name, right: 'key' }],
            single: true,
            suffix: `_${first}`,
          })
        : table;
    case 7: {
      const own = base.columns[first % base.columns.length]!;
      const clash = table.columns.some(
        (c) => c.name !== own.name && nameKey(c.name) === nameKey(own.name),
      );
      return clash ? table : table.attach(base, { columns: [own.name] });
    }
    case 8:
      return table.filter(call('coalesce', call('ne', col(a.name), col(a.name)), true));
    case 9:
      return table.sort([{ expr: col(a.name), descending: second % 2 === 0 }]);
    case 10:
      return table.partition({ into: { kind: 'folds', count: 2 }, seed: second });
    case 11:
      return table.describe(a.name, { role: 'ignored' });
    default:
      return table.project(table.columns.toReversed().map((known) => known.name));
  }
}

/** Row-evaluator values as bulk values: dates as ISO text, no -0. */
function asLiterals(cells: readonly unknown[], columns: readonly Column[]): Row {
  return cells.map((cell, at) => {
    if (cell === null) return null;
    const { type } = columns[at]!;
    if (type === 'date') return isoDate(cell as number);
    if (type === 'timestamp') return isoTimestamp(cell as number);
    return cell === 0 ? 0 : (cell as Literal);
  });
}

async function expectEqual(base: Table, made: Table, rows: readonly Row[]): Promise<void> {
  const names = made.columns.map(({ name }) => name);
  const { plan, inputs } = forServing(made.plan, base.plan, names);
  const compiled = compileRow(JSON.parse(JSON.stringify(plan)) as Plan);
  expect(compiled.columns).toEqual(JSON.parse(JSON.stringify(made.columns)));
  const place = new Map(base.columns.map(({ name }, at) => [name, at]));
  expect(inputs.every(({ name }) => place.has(name))).toBe(true);
  for (const { row, cells } of await engine.hidden(made)) {
    const answer = compiled.run((name) => rows[row]![place.get(name)!]);
    expect(asLiterals(answer, made.columns)).toEqual(cells.map((cell) => (cell === 0 ? 0 : cell)));
  }
}

describe('one row and many', () => {
  it('give the same answers, whatever the columns, values and steps', async () => {
    await fc.assert(
      fc.asyncProperty(someData, someChoices, async ({ columns, rows }, choices) => {
        const base = await engine.snapshot(columns, rows);
        const made = choices.reduce((table, choice) => step(table, base, choice), base);
        await expectEqual(base, made, rows);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('do so with 1,000 columns', async () => {
    const columns = Array.from({ length: 1000 }, (_, at) =>
      column(`c ${at} "é"`, TYPES[at % 2 ? 2 : 1]!),
    );
    const rows = [0, 1, 2].map((row) =>
      columns.map((_, at) => ((at + row) % 7 === 0 ? null : at * row)),
    );
    const base = await engine.snapshot(columns, rows);
    const scaled = base.derive(
      columns.map(({ name }) => ({ name, expr: call('div', call('sub', col(name), 3), 7) })),
    );
    const filled = scaled.derive(
      columns.map(({ name }) => ({ name, expr: call('coalesce', col(name), lit(0.5)) })),
    );
    await expectEqual(base, filled, rows);
    const [first] = await engine.rows(filled);
    expect(first!.slice(0, 3)).toEqual([0.5, -3 / 7, -3 / 7]);
  });
});
