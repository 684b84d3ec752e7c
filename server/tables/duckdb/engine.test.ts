/** The engine behind the tables: closed off, cancellable, its failures in words, its leftovers removed. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { col } from '#nodes/sdk/expressions/build.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { AUTO } from '../csv/testing/imports.ts';
import { openDatabase, type Database } from './database.ts';
import { fromDuckDb } from './failures.ts';
import { openScratch } from './scratch.ts';
import { openSession } from './session.ts';
import { column, openPlace, type Place } from './testing/tables.ts';

const FOREVER =
  'SELECT count(*) FROM range(1000000000) a, range(1000) b WHERE (a.range * b.range) % 7 = 3';

let folder: string;
let database: Database;
let place: Place;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'esteira-engine-'));
  await mkdir(join(folder, 'open'));
  await writeFile(join(folder, 'single.csv'), 'a\n1\n');
  await writeFile(join(folder, 'secret.csv'), 'a\n1\n');
  database = await openDatabase({
    memoryLimit: '60MB',
    threads: 2,
    spill: join(folder, 'spill'),
    folders: [join(folder, 'open')],
    files: [join(folder, 'single.csv')],
    connections: 2,
  });
  place = await openPlace();
});
afterAll(async () => {
  await database.close();
  await place.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the database', () => {
  it('reads and writes what it was given', async () => {
    const session = openSession(database);
    await session.run(`COPY (SELECT 1 AS x) TO '${join(folder, 'open', 'x.parquet')}'`);
    expect(await session.read(`SELECT a FROM '${join(folder, 'single.csv')}'`)).toEqual([[1n]]);
  });

  it.each([
    ['another file', () => `SELECT * FROM read_csv('${join(folder, 'secret.csv')}')`],
    ['a way around', () => `SELECT * FROM read_csv('${join(folder, 'open', '..', 'secret.csv')}')`],
    ['another place to write', () => `COPY (SELECT 1) TO '${join(folder, 'out.csv')}'`],
    ['another database', () => `ATTACH '${join(folder, 'open2.db')}'`],
    ['an extension', () => 'INSTALL httpfs'],
    ['the network', () => "SELECT * FROM 'https://example.com/x.csv'"],
    ['its own settings', () => 'SET enable_external_access = true'],
  ])('refuses %s', async (_, sql) => {
    await expect(openSession(database).run(sql())).rejects.toMatchObject({ code: 'query-failed' });
  });

  it('says that memory is short, with the limit, and goes on', async () => {
    const session = openSession(database);
    await expect(
      session.read("SELECT list(i || 'a text of some length') FROM range(5000000) t(i)"),
    ).rejects.toMatchObject({ code: 'out-of-memory', params: { megabytes: 60 } });
    expect(await session.read('SELECT 1')).toEqual([[1]]);
  });

  it('lends no more connections than it has, and makes others wait', async () => {
    const session = openSession(database);
    const all = Array.from({ length: 10 }, (_, i) => session.read(`SELECT ${i}`));
    expect((await Promise.all(all)).flat(2)).toEqual(Array.from({ length: 10 }, (_, i) => i));
  });
});

describe('cancelling', () => {
  it('stops a query that runs, one that waits and one that was to start', async () => {
    const controller = new AbortController();
    const session = openSession(database, { signal: controller.signal });
    const running = [session.read(FOREVER), session.read(FOREVER), session.read(FOREVER)];
    const outcomes = Promise.allSettled(running);
    setTimeout(() => controller.abort(), 100);
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
    }
    await expect(session.read('SELECT 1')).rejects.toMatchObject({ code: 'cancelled' });
    expect(await openSession(database).read('SELECT 1')).toEqual([[1]]);
  });

  it('stops a stream between and within chunks', async () => {
    const controller = new AbortController();
    const session = openSession(database, { signal: controller.signal });
    const read = async (): Promise<void> => {
      for await (const chunk of session.stream('SELECT * FROM range(1000000000)')) {
        if (chunk.rowCount > 0) controller.abort();
      }
    };
    await expect(read()).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('stops an import at any time, leaving no half-written snapshot', async () => {
    const path = join(place.folder, 'large.csv');
    const row = Array.from({ length: 20 }, (_, i) => i * 1.5).join(',');
    await writeFile(path, `${row.replaceAll(/[\d.]+/g, 'c$&')}\n${`${row}\n`.repeat(200_000)}`);
    for (const wait of [1, 30, 100, 200]) {
      const controller = new AbortController();
      const tables = place.tables.for({ signal: controller.signal });
      setTimeout(() => controller.abort(), wait);
      const outcome = await tables
        .importCsv({ dataset: path, hash: '' }, AUTO)
        .catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'cancelled' });
    }
    const tmp = join(place.folder, 'tmp');
    const [own] = await readdir(tmp);
    const left = await readdir(join(tmp, own!), { recursive: true });
    expect(left.filter((name) => name.endsWith('.parquet') || name.endsWith('.csv'))).toEqual([]);
  });

  it('can follow what a query tells of its progress', { timeout: 60_000 }, async () => {
    const seen: number[] = [];
    // DuckDB sometimes misses the start of a query and then stays silent on it, so there are several.
    for (let attempt = 0; attempt < 10 && seen.length === 0; attempt++) {
      const controller = new AbortController();
      const onProgress = ({ done, total }: { done: number; total: number }): void => {
        seen.push(done / total);
        if (seen.length >= 2) controller.abort();
      };
      const session = openSession(database, { signal: controller.signal, onProgress });
      const giveUp = setTimeout(() => controller.abort(), 2000);
      await session
        .read('SELECT count(*) FROM range(100000000000) t(i) WHERE i % 7 = 3')
        .catch(() => undefined);
      clearTimeout(giveUp);
    }
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((value, i) => value >= (seen[i - 1] ?? 0) && value <= 1)).toBe(true);
  });
});

describe('failures', () => {
  const context = { memoryMegabytes: 500 };

  it('name a snapshot that is gone or damaged', async () => {
    const gone = Table.source({
      snapshot: 'ab'.repeat(32),
      columns: [column('a', 'int64')],
      rows: 1,
    });
    await expect(place.tables.rows(gone)).rejects.toMatchObject({
      code: 'artifact-unknown',
      params: { hash: 'ab'.repeat(32) },
    });
    const hash = 'cd'.repeat(32);
    await mkdir(join(place.folder, 'artifacts', 'cd'), { recursive: true });
    await writeFile(join(place.folder, 'artifacts', 'cd', hash), 'not a parquet file at all');
    const damaged = Table.source({ snapshot: hash, columns: [column('a', 'int64')], rows: 1 });
    await expect(place.tables.rows(damaged)).rejects.toMatchObject({ code: 'artifact-damaged' });
  });

  it('keep the original as their cause and no statement in their words', async () => {
    const error = await openSession(database)
      .run('SELECT CAST(\'x\' AS INTEGER) AS "secret name"')
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'query-failed' });
    expect((error as Error).message).not.toContain('secret name');
    expect((error as Error).cause).toBeInstanceOf(Error);
  });

  it('tell a full disk, and leave mistakes of ours as they are', () => {
    const full = new Error('IO Error: Could not write file "x": No space left on device');
    expect(fromDuckDb(full, context)).toMatchObject({ code: 'disk-full' });
    const bug = new TypeError('x is undefined');
    expect(fromDuckDb(bug, context)).toBe(bug);
    expect(fromDuckDb(bug, { ...context, signal: AbortSignal.abort() })).toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('the scratch folder', () => {
  it('goes at the end, and takes those of dead processes with it', async () => {
    const root = join(folder, 'scratch');
    const dead = join(root, 'tables-999999999-0a');
    const alive = join(root, `tables-${process.ppid}-0b`);
    const foreign = join(root, 'something else');
    for (const path of [dead, alive, foreign]) await mkdir(path, { recursive: true });
    const scratch = await openScratch(root);
    expect([dead, alive, foreign, scratch.dir].map((path) => existsSync(path))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    await scratch.close();
    expect(existsSync(scratch.dir)).toBe(false);
  });

  it('is where sorting spills to', async () => {
    const ids = Array.from({ length: 50_000 }, (_, i) => i);
    const table = await place.tables.fromColumns(ids, [
      { column: column('i', 'int64'), data: ids },
    ]);
    const sorted = await place.tables.materialize(
      table.sort([{ expr: col('i'), descending: true }]),
    );
    expect((await place.tables.rows(sorted, { limit: 1 }))[0]!.get('i')).toBe(49_999);
  });
});

it('closing interrupts what runs', async () => {
  const other = await openDatabase({
    memoryLimit: '100MB',
    spill: join(folder, 's2'),
    folders: [],
  });
  const query = openSession(other).read(FOREVER);
  const outcome = query.catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await other.close();
  expect(await outcome).toMatchObject({ code: 'interrupted' });
});
