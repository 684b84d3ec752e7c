import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { NODES_DIR } from '#server/catalogue/load.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { actor, sharedServices } from '../support/services.ts';

const shared = sharedServices({ command: true, nodesDir: NODES_DIR });

const csv = 'city,price,sold\nRecife,1.5,2024-01-31\nOlinda,2.5,2024-02-29\nRecife,,2024-03-01\n';

async function withFile(text = csv) {
  const { esteira } = shared;
  const stream = Readable.from([Buffer.from(text)]);
  const { name, hash } = await esteira.datasets.import(actor, { name: 'sales.csv', stream });
  return { esteira, file: { dataset: name, hash } };
}

test('rows and columns of a wire are seen before anything ran', async () => {
  const { esteira, file } = await withFile();
  const document = pipeline({
    nodes: {
      read: ['csv-file', { file }],
      pick: ['select-columns', { columns: ['city', 'price'] }],
    },
    wires: ['read.table > pick.table'],
  });
  const request = { document, node: 'pick', port: 'table' };
  const seen = await esteira.previews.rows(actor, request);
  expect(seen).toMatchObject({ kind: 'table', rowCount: 3 });
  expect(seen.kind === 'table' && seen.rows).toEqual([
    ['Recife', 1.5],
    ['Olinda', 2.5],
    ['Recife', null],
  ]);
  const page = await esteira.previews.rows(actor, { ...request, limit: 1, offset: 1 });
  expect(page.kind === 'table' && page.rows).toEqual([['Olinda', 2.5]]);
  const { outputs, problems } = await esteira.previews.schemas(actor, { document });
  expect(problems).toEqual([]);
  expect(outputs['pick']!['table']!.columns.map((column) => column.name)).toEqual([
    'city',
    'price',
  ]);
});

test('a profile tells what is missing, how numbers lie and what is frequent', async () => {
  const { esteira, file } = await withFile();
  const document = pipeline({ nodes: { read: ['csv-file', { file }] } });
  const request = { document, node: 'read', port: 'table' };
  const profile = await esteira.previews.profile(actor, request);
  expect(profile.rowCount).toBe(3);
  const [city, price, sold] = profile.columns;
  expect(city).toEqual({
    name: 'city',
    missing: 0,
    distinct: 2,
    top: [
      { value: 'Recife', count: 2 },
      { value: 'Olinda', count: 1 },
    ],
  });
  expect(price).toMatchObject({
    missing: 1,
    numbers: { min: 1.5, max: 2.5, mean: 2, histogram: [1, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
  });
  expect(price!.numbers!.deviation).toBeCloseTo(Math.SQRT1_2, 8);
  expect(sold).toMatchObject({ distinct: 3 });
});

test('days and whole numbers of a narrow range have bins that can all be full', async () => {
  const { esteira } = await withFile();
  const rows = [
    ['2024-01-31', '2024-01-31T23:59:00', 1],
    ['2024-02-01', '2024-02-02T00:00:00', 2],
    ['2024-02-02', null, 4],
    ['2024-02-02', null, 4],
  ];
  const names = ['day', 'time', 'whole'] as const;
  const types = ['date', 'timestamp', 'integer'] as const;
  const columns = names.map((name, at) => ({ name, type: types[at]! }));
  const document = pipeline({ nodes: { made: ['manual-table', { columns, rows }] } });
  const { columns: seen } = await esteira.previews.profile(actor, {
    document,
    node: 'made',
    port: 'table',
  });
  expect(seen).toMatchObject([
    { dates: { min: '2024-01-31', max: '2024-02-02', histogram: [1, 1, 2] } },
    { dates: { histogram: [1, 0, 1] } },
    { numbers: { min: 1, max: 4, histogram: [1, 1, 0, 2] } },
  ]);
});

test('an unfinished document is looked at as far as it goes', async () => {
  const { esteira, file } = await withFile();
  const document = pipeline({
    nodes: {
      read: ['csv-file', { file }],
      wrong: ['select-columns', { columns: ['town'] }],
      loose: ['filter-rows'],
      absent: ['csv-file', { file: { dataset: 'gone.csv', hash: 'c'.repeat(64) } }],
    },
    wires: ['read.table > wrong.table'],
  });
  const { outputs, problems } = await esteira.previews.schemas(actor, { document });
  expect(outputs['read']!['table']!.columns).toHaveLength(3);
  expect(problems.map(({ code, node }) => [node, code])).toEqual(
    expect.arrayContaining([
      ['wrong', 'column-unknown'],
      ['loose', 'input-not-wired'],
      ['absent', 'dataset-missing'],
    ]),
  );
});

test('nothing is trained or done for a look', async () => {
  const { esteira, file } = await withFile();
  const document = pipeline({
    nodes: {
      read: ['csv-file', { file }],
      roles: ['set-roles', {}],
      save: ['save-data', {}],
      learn: ['baseline', {}],
    },
    wires: ['read.table > save.table', 'read.table > roles.table', 'roles.table > learn.table'],
  });
  for (const [node, port] of [
    ['save', 'file'],
    ['learn', 'model'],
  ] as const) {
    const refused = esteira.previews.rows(actor, { document, node, port });
    await expect(refused).rejects.toMatchObject({ code: 'preview-needs-run', node });
  }
});

test('a picture is drawn for a look as a run draws it, and another one after an edit', async () => {
  const { esteira, file } = await withFile();
  const drawn = (params: object) =>
    pipeline({
      nodes: { read: ['csv-file', { file }], bars: ['bar-chart', { x: 'city', ...params }] },
      wires: ['read.table > bars.table'],
    });
  const look = async (params: object) => {
    const request = { document: drawn(params), node: 'bars', port: 'report' };
    const seen = await esteira.previews.rows(actor, request);
    return seen.kind === 'table' ? undefined : seen.value;
  };
  const counted = await look({});
  expect(counted).toMatchObject({
    type: 'chart',
    metrics: { n: 3, missing: 0 },
    details: {
      chart: {
        kind: 'bar',
        rows: [
          [0, 2],
          [1, 1],
        ],
      },
    },
  });
  const means = await look({ figure: 'mean', y: 'price' });
  expect(means).toMatchObject({ details: { chart: { y: { figure: 'mean', column: 'price' } } } });
  await expect(look({ x: 'town' })).rejects.toMatchObject({ code: 'column-unknown', node: 'bars' });

  const { id } = await esteira.runs.start(actor, { source: { document: drawn({}) } });
  const reports: unknown[] = [];
  for await (const event of esteira.runs.events(actor, id)) {
    const isDone = event.type === 'node-finished' || event.type === 'node-cached';
    if (isDone && event.step === 'bars') reports.push(event.outputs?.['report']);
  }
  expect(reports).toMatchObject([{ report: counted }]);
});

test('a picture of what has to be trained waits for its run', async () => {
  const { esteira, file } = await withFile();
  const document = pipeline({
    nodes: {
      read: ['csv-file', { file }],
      roles: ['set-roles', {}],
      learn: ['baseline', {}],
      answer: ['predict', {}],
      bars: ['bar-chart', {}],
    },
    wires: [
      'read.table > roles.table',
      'roles.table > learn.table',
      'learn.model > answer.model',
      'roles.table > answer.table',
      'answer.table > bars.table',
    ],
  });
  const look = esteira.previews.rows(actor, { document, node: 'bars', port: 'report' });
  await expect(look).rejects.toMatchObject({ code: 'preview-needs-run', node: 'learn' });
});

test('a look that is given up is stopped', async () => {
  const { esteira, file } = await withFile();
  const document = pipeline({ nodes: { read: ['csv-file', { file }] } });
  const leaving = new AbortController();
  const request = { document, node: 'read', port: 'table', signal: leaving.signal };
  const look = esteira.previews.rows(actor, request);
  leaving.abort();
  await expect(look).rejects.toMatchObject({ code: 'cancelled' });
  const { signal: _, ...again } = request;
  expect(await esteira.previews.rows(actor, again)).toMatchObject({ kind: 'table' });
});

test('some rows alone are looked at: of a part, under a condition, in an order', async () => {
  const { esteira, file } = await withFile();
  const document = pipeline({
    nodes: { read: ['csv-file', { file }], halves: ['split-data', { train: 50 }] },
    wires: ['read.table > halves.table'],
  });
  const column = (name: string) => ({ kind: 'column', name });
  const recife = { kind: 'literal', value: 'Recife', type: 'text' };
  const where = { kind: 'call', fn: 'eq', args: [column('city'), recife] };
  const read = { document, node: 'read', port: 'table' };
  const order = [{ by: column('sold'), descending: true }];
  // A table that is not split counts whole.
  const found = await esteira.previews.rows(actor, { ...read, part: 'test', where, order });
  expect(found).toMatchObject({ kind: 'table', rowCount: 2 });
  expect(found.kind === 'table' && found.rows.map(([, , sold]) => sold)).toEqual([
    '2024-03-01',
    '2024-01-31',
  ]);
  expect((await esteira.previews.profile(actor, { ...read, where })).rowCount).toBe(2);

  const halves = { document, node: 'halves', port: 'table' };
  const parts = await Promise.all(
    (['train', 'test'] as const).map((part) => esteira.previews.rows(actor, { ...halves, part })),
  );
  const counts = parts.map((part) => (part.kind === 'table' ? (part.rowCount ?? 0) : 0));
  expect(counts[0]! + counts[1]!).toBe(3);
  expect(Math.min(...counts)).toBeGreaterThan(0);

  const wrong = [
    [{ where: column('city') }, 'expression-not-condition'],
    [
      { where: { kind: 'call', fn: 'eq', args: [column('town'), recife] } },
      'expression-column-unknown',
    ],
    [{ where: { kind: 'column', name: 'city', sql: '1=1' } }, 'expression-malformed'],
    [{ order: [{ by: column('town') }] }, 'expression-column-unknown'],
  ] as const;
  for (const [asked, code] of wrong) {
    const look = esteira.previews.rows(actor, { ...read, ...asked });
    await expect(look).rejects.toMatchObject({ code });
  }
});

test('an output that the answer led past says so; one that does not exist is not found', async () => {
  const { runs, previews } = shared.esteira;
  const document = pipeline({
    nodes: { data: ['sample-data', {}], ask: ['approval', {}], fill: ['fill-missing', {}] },
    wires: ['data.table > ask.value', 'ask.approved > fill.table'],
  });
  const { id: run } = await runs.start(actor, { source: { document } });
  await runs.finished(actor, run);
  await runs.answer(actor, run, 'ask', { approved: false });
  await runs.finished(actor, run);
  const look = (node: string, port: string) => previews.rows(actor, { document, node, port, run });
  await expect(look('ask', 'refused')).resolves.toMatchObject({ rowCount: 344 });
  await expect(look('ask', 'approved')).rejects.toMatchObject({ code: 'preview-other-way' });
  await expect(look('fill', 'table')).rejects.toMatchObject({ code: 'preview-other-way' });
  await expect(look('ask', 'no')).rejects.toMatchObject({ code: 'not-found' });
});
