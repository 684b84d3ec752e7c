import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Batch } from '#nodes/sdk/context.ts';
import { call, col } from '#nodes/sdk/expressions/build.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { AUTO } from '../csv/testing/imports.ts';
import { column, openPlace, type Place } from './testing/tables.ts';

let place: Place;
beforeAll(async () => (place = await openPlace()));
afterAll(() => place.close());

const cells = async (table: Table): Promise<unknown[][]> =>
  (await place.tables.rows(table)).map((row) => [...row.values()]);
const people = Table.values(
  [column('name', 'text'), column('age', 'int64')],
  Array.from({ length: 20 }, (_, i) => [`p${i}`, (i * 7) % 20]),
);

describe('a checkpoint', () => {
  it('holds the same rows, with order and partition', async () => {
    const table = people
      .partition({ into: { kind: 'holdout', train: 0.5, validation: 0, test: 0.5 }, seed: 3 })
      .sort([{ expr: col('age') }])
      .limit(10);
    const kept = await place.tables.materialize(table);
    expect(kept.plan.op).toBe('source');
    expect(await cells(kept)).toEqual(await cells(table));
    expect(await cells(kept.part(['train']))).toEqual(await cells(table.part(['train'])));
    expect((await place.tables.columns(kept, [])).ids).toEqual(
      (await place.tables.columns(table, [])).ids,
    );
    expect(kept.schema).toEqual(table.schema);
  });

  it('of a snapshot is itself, and equal rows share a file', async () => {
    const once = await place.tables.materialize(people);
    expect(await place.tables.materialize(once)).toBe(once);
    const again = await place.tables.materialize(people.filter(call('ge', col('age'), 0)));
    expect(snapshotOf(again)).toBe(snapshotOf(once));
    expect(existsSync(join(place.folder, 'artifacts', snapshotOf(once).slice(0, 2)))).toBe(true);
  });

  it('may have no rows', async () => {
    expect(await cells(await place.tables.materialize(people.limit(0)))).toEqual([]);
  });
});

describe('new columns', () => {
  it('of every type come back as they were, in the order of their identities', async () => {
    const table = await place.tables.fromColumns(
      [5, 3, 9],
      [
        { column: column('b', 'bool'), data: [true, null, false] },
        { column: column('i', 'int64'), data: [1, null, -3] },
        {
          column: column('f', 'float64'),
          data: Float64Array.of(0.5, Number.NaN, Number.POSITIVE_INFINITY),
        },
        { column: column('t', 'text'), data: ['', null, 'é "x"'] },
        { column: column('d', 'date'), data: ['2024-02-29', null, '1900-01-01'] },
        {
          column: column('m', 'timestamp'),
          data: ['2024-02-29T10:00:00.5', null, '1900-01-01T00:00:00'],
        },
      ],
    );
    expect(await cells(table)).toEqual([
      [null, null, null, null, null, null],
      [true, 1, 0.5, '', '2024-02-29', '2024-02-29T10:00:00.5'],
      [false, -3, null, 'é "x"', '1900-01-01', '1900-01-01T00:00:00'],
    ]);
    expect((await place.tables.columns(table, [])).ids).toEqual(Float64Array.of(3, 5, 9));
  });

  it('have one value a row', async () => {
    const short = [{ column: column('i', 'int64'), data: [1] }];
    await expect(place.tables.fromColumns([0, 1], short)).rejects.toThrow(/1 values for 2 rows/);
  });

  it('may have no rows', async () => {
    const table = await place.tables.fromColumns([], [{ column: column('i', 'int64'), data: [] }]);
    expect([await place.tables.count(table), await cells(table)]).toEqual([0, []]);
  });

  it('computed batch by batch keep the identities of their rows', async () => {
    const half = people.filter(call('lt', col('age'), 10)).sort([{ expr: col('age') }]);
    const twice = (batch: Batch): Float64Array[] => [
      (batch.columns.get('age') as Float64Array).map((age) => age * 2),
    ];
    const doubled = await place.tables.map(half, ['age'], [column('twice', 'int64')], twice);
    const joined = half.attach(doubled, { columns: ['twice'] });
    expect(await cells(joined.select(['age', 'twice']))).toEqual(
      Array.from({ length: 10 }, (_, age) => [age, age * 2]),
    );
  });

  it('fail as the function does, and leave nothing behind', async () => {
    const broken = place.tables.map(people, ['age'], [column('x', 'int64')], () => {
      throw new RangeError('no');
    });
    await expect(broken).rejects.toThrow(RangeError);
    expect(await place.tables.count(people)).toBe(20);
  });
});

describe('a file', () => {
  const table = Table.values(
    [
      column('n', 'float64'),
      column('i', 'int64'),
      column('t', 'text'),
      column('d', 'date'),
      column('m', 'timestamp'),
      column('b', 'bool'),
    ],
    [
      [1.5, 1, '=1+1', '2024-02-29', '2024-02-29T10:00:00', true],
      [null, null, null, null, null, null],
      [1e21, -2, 'a;"b"\nc', '1900-01-01', '1900-01-01T00:00:00.25', false],
    ],
  );
  const write = async (...args: Parameters<Place['tables']['write']>): Promise<string> => {
    const { hash, bytes, rows } = await place.tables.write(...args);
    const content = await place.bytes(hash);
    expect([bytes, rows]).toEqual([content.length, 3]);
    return content.toString();
  };

  it('as CSV', async () => {
    expect(await write(table, 'csv')).toBe(
      'n,i,t,d,m,b\n1.5,1,=1+1,2024-02-29,2024-02-29T10:00:00,true\n,,,,,\n' +
        '1e+21,-2,"a;""b""\nc",1900-01-01,1900-01-01T00:00:00.250000,false\n',
    );
  });

  it('as CSV for a Brazilian spreadsheet', async () => {
    const options = { delimiter: ';', decimal: ',', spreadsheet: true, mark: true };
    const text = await write(table, 'csv', options);
    expect(text.startsWith('\uFEFFn;i;')).toBe(true);
    expect(text.split('\n')[1]).toBe("1,5;1;'=1+1;2024-02-29;2024-02-29T10:00:00;true");
  });

  it('as JSON: one array, one record a line', async () => {
    const text = await write(table, 'json');
    expect(JSON.parse(text)).toEqual([
      { n: 1.5, i: 1, t: '=1+1', d: '2024-02-29', m: '2024-02-29T10:00:00', b: true },
      { n: null, i: null, t: null, d: null, m: null, b: null },
      { n: 1e21, i: -2, t: 'a;"b"\nc', d: '1900-01-01', m: '1900-01-01T00:00:00.250000', b: false },
    ]);
    expect(text.trim().split('\n')).toHaveLength(5);
  });

  it('as Parquet, without the hidden columns', async () => {
    const { hash } = await place.tables.write(table, 'parquet');
    expect((await place.bytes(hash)).subarray(0, 4).toString()).toBe('PAR1');
    expect((await place.bytes(hash)).includes('$row')).toBe(false);
  });

  it('written twice is the same file, and CSV read back is the same table', async () => {
    const first = await place.tables.write(table, 'csv', { delimiter: ';', decimal: ',' });
    const second = await place.tables.write(table, 'csv', { delimiter: ';', decimal: ',' });
    expect(second).toEqual(first);
    const path = join(place.folder, 'artifacts', first.hash.slice(0, 2), first.hash);
    const back = await place.tables.importCsv({ dataset: path, hash: first.hash }, AUTO);
    expect(await cells(back.table)).toEqual(await cells(table));
  });
});

function snapshotOf({ plan }: Table): string {
  return plan.op === 'source' ? plan.snapshot : '';
}
