import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, col } from '#nodes/sdk/expressions/build.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { column, openPlace, type Place } from './testing/tables.ts';

let place: Place;
beforeAll(async () => (place = await openPlace()));
afterAll(() => place.close());

const types = ['bool', 'int64', 'float64', 'text', 'date', 'timestamp'] as const;
const everyType = Table.values(
  types.map((type) => column(type, type)),
  [
    [true, 7, 0.1, 'é', '2024-02-29', '2024-02-29T10:05:07.123456'],
    [null, null, null, null, null, null],
    [false, -7, 1e308, '', '0001-01-01', '9999-12-31T00:00:00'],
  ],
);

/** `i`, with `half` missing in every third row. */
async function numbers(count: number): Promise<Table> {
  const ids = Array.from({ length: count }, (_, i) => i);
  return place.tables.fromColumns(ids, [
    { column: column('i', 'int64'), data: ids },
    { column: column('half', 'float64'), data: ids.map((i) => (i % 3 === 0 ? null : i / 2)) },
    { column: column('text', 'text'), data: ids.map((i) => `row ${i}`) },
  ]);
}

describe('rows', () => {
  it('are maps of cells by name, dates in ISO', async () => {
    const rows = await place.tables.rows(everyType);
    expect(rows.map((row) => [...row.values()])).toEqual([
      [true, 7, 0.1, 'é', '2024-02-29', '2024-02-29T10:05:07.123456'],
      [null, null, null, null, null, null],
      [false, -7, 1e308, '', '0001-01-01', '9999-12-31T00:00:00'],
    ]);
    expect([...rows[0]!.keys()]).toEqual([...types]);
  });

  it('come in output order, in part when asked', async () => {
    const table = (await numbers(5000)).sort([{ expr: col('i'), descending: true }]);
    const rows = await place.tables.rows(table, { offset: 10, limit: 3 });
    expect(rows.map((row) => row.get('i'))).toEqual([4989, 4988, 4987]);
    expect(await place.tables.rows(table, { limit: 10_000 })).toHaveLength(5000);
  });

  it('may have odd names', async () => {
    const names = ['__proto__', 'constructor', 'a "b"', "c'd", '😀', 'select', ' '];
    const table = Table.values(
      names.map((name) => column(name, 'int64')),
      [names.map((_, i) => i)],
    );
    const [row] = await place.tables.rows(table);
    expect([...row!]).toEqual(names.map((name, i) => [name, i]));
  });

  it('are counted without being read', async () => {
    expect(await place.tables.count(everyType)).toBe(3);
    expect(await place.tables.count(await numbers(5000))).toBe(5000);
    expect(await place.tables.count((await numbers(5000)).filter(call('lt', col('i'), 7)))).toBe(7);
  });
});

describe('columns', () => {
  it('hold numbers and booleans as Float64Array with NaN for missing, the rest as cells', async () => {
    const { rows, ids, columns } = await place.tables.columns(everyType, [...types]);
    expect(rows).toBe(3);
    expect(ids).toEqual(Float64Array.of(0, 1, 2));
    expect(columns.get('bool')).toEqual(Float64Array.of(1, Number.NaN, 0));
    expect(columns.get('int64')).toEqual(Float64Array.of(7, Number.NaN, -7));
    expect(columns.get('float64')).toEqual(Float64Array.of(0.1, Number.NaN, 1e308));
    expect(columns.get('text')).toEqual(['é', null, '']);
    expect(columns.get('date')).toEqual(['2024-02-29', null, '0001-01-01']);
  });

  it('are in the order asked for, and there for a table without rows', async () => {
    const { columns } = await place.tables.columns(everyType, ['text', 'bool']);
    expect([...columns.keys()]).toEqual(['text', 'bool']);
    const none = await place.tables.columns(everyType.limit(0), ['float64', 'text']);
    expect(none).toEqual({
      rows: 0,
      ids: new Float64Array(0),
      columns: new Map<string, unknown>([
        ['float64', new Float64Array(0)],
        ['text', []],
      ]),
    });
  });

  it('name what is not there', async () => {
    await expect(place.tables.columns(everyType, ['nope'])).rejects.toMatchObject({
      code: 'column-unknown',
    });
  });

  it('keep the order where a value is sought among many', async () => {
    const list = [1, 2, 3, 5, 8, 13, 21, 34, 55];
    const table = (await numbers(300_000)).derive([
      { name: 'found', expr: call('in', col('i'), ...list) },
    ]);
    const { columns, ids } = await place.tables.columns(table, ['i', 'found']);
    expect(columns.get('i')).toEqual(ids);
    const found = columns.get('found') as Float64Array;
    expect(list.every((i) => found[i] === 1)).toBe(true);
    const kept = await place.tables.materialize(
      table.filter(call('not', call('in', col('i'), ...list))),
    );
    const rows = await place.tables.rows(kept, { offset: 200_000, limit: 2 });
    expect(rows.map((row) => row.get('i'))).toEqual([200_009, 200_010]);
  });

  it('keep the order of a filter over many row groups', async () => {
    const table = (await numbers(300_000)).filter(call('ne', col('i'), 5));
    const { columns, ids } = await place.tables.columns(table, ['i']);
    expect(columns.get('i')).toEqual(ids);
    expect(ids.every((id, at) => at === 0 || id > ids[at - 1]!)).toBe(true);
  });
});

describe('batches', () => {
  it('hold all rows once, in order, at least as many as asked for each', async () => {
    const table = await numbers(10_000);
    const sizes: number[] = [];
    const seen: number[] = [];
    for await (const batch of place.tables.batches(table, ['i', 'text'], 3000)) {
      sizes.push(batch.rows);
      seen.push(...(batch.columns.get('i') as Float64Array));
      expect((batch.columns.get('text') as string[])[0]).toBe(`row ${batch.ids[0]}`);
    }
    expect(seen).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
    expect(sizes.slice(0, -1).every((size) => size >= 3000)).toBe(true);
  });

  it('may be left early, again and again', async () => {
    const table = await numbers(100_000);
    for (let i = 0; i < 20; i++) {
      for await (const batch of place.tables.batches(table, ['i'], 10)) {
        expect(batch.ids[0]).toBe(0);
        break;
      }
    }
    expect(await place.tables.count(table)).toBe(100_000);
  });

  it('do not cut each other short', async () => {
    const table = (await numbers(100_000)).filter(call('ge', col('i'), 0));
    const sums = await Promise.all(
      Array.from({ length: 20 }, async () => {
        let rows = 0;
        for await (const batch of place.tables.batches(table, ['half'], 1000)) {
          rows += batch.rows;
          if (rows % 3 === 0) await place.tables.count(table.limit(10));
        }
        return rows;
      }),
    );
    expect(new Set(sums)).toEqual(new Set([100_000]));
  });
});

describe('a matrix', () => {
  it('is row-major Float32, missing as NaN, within the finite range', async () => {
    const { x, ids } = await place.tables.matrix(everyType, ['float64', 'bool', 'int64']);
    expect({ ...x, data: [...x.data] }).toEqual({
      rows: 3,
      columns: 3,
      data: [
        Math.fround(0.1),
        1,
        7,
        Number.NaN,
        Number.NaN,
        Number.NaN,
        3.4028234663852886e38,
        0,
        -7,
      ],
    });
    expect(ids).toEqual(Float64Array.of(0, 1, 2));
  });

  it('equals the columns, for many rows', async () => {
    const table = await numbers(70_001);
    const { x } = await place.tables.matrix(table, ['half', 'i']);
    const { columns } = await place.tables.columns(table, ['half', 'i']);
    const [half, i] = [columns.get('half') as Float64Array, columns.get('i') as Float64Array];
    expect(x.rows).toBe(70_001);
    expect(
      x.data.every((value, at) =>
        Object.is(value, Math.fround((at % 2 === 0 ? half : i)[at >> 1]!)),
      ),
    ).toBe(true);
  });

  it('takes numbers only, and may be empty', async () => {
    await expect(place.tables.matrix(everyType, ['text'])).rejects.toMatchObject({
      code: 'column-wrong-type',
    });
    const { x } = await place.tables.matrix(everyType.limit(0), ['int64']);
    expect([x.rows, x.columns, x.data.length]).toEqual([0, 1, 0]);
    expect((await place.tables.matrix(everyType, [])).ids).toHaveLength(3);
  });
});
