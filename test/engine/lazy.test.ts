import { describe, expect, test } from 'vitest';
import type { TableValue } from '#nodes/sdk/values.ts';
import { definition, pipeline } from '../support/fakeNodes/pipeline.ts';
import { createWorld, numberAt } from '../support/fakeNodes/world.ts';

const tables = (plus: number, end = 'width') =>
  pipeline({
    nodes: {
      r: ['rows'],
      d: ['derive', { plus }],
      c: ['centre'],
      e: ['derive', { name: 'y' }],
      w: [end],
    },
    wires: ['r.table > d.table', 'd.table > c.table', 'c.table > e.table', 'e.table > w.table'],
  });

test('a table goes along the wires as a plan; only fitting asks for rows', async () => {
  const world = createWorld();
  const ran = await world.start(tables(1));
  expect(numberAt(ran, 'w')).toBe(2);
  expect(world.asked.queries).toBe(1);
});

test('of plan nodes only a mark is kept, of fit nodes their state', async () => {
  const world = createWorld();
  await world.start(tables(1));
  const kept = (step: string) => world.results.get(world.records.get(step)!.key);
  expect(kept('d')).toEqual({ kind: 'plan', rows: 10 });
  expect(kept('c')).toMatchObject({ kind: 'fit', rows: 10 });
});

test('what follows cached steps gets the same table as if they had run', async () => {
  const fresh = await createWorld().start(tables(1), { keep: ['e'] });
  const world = createWorld();
  await world.start(tables(1));
  const again = await world.start(tables(1), { keep: ['e'] });
  expect(again.finished).toEqual([]);
  expect(again.outcome.kept.get('e')).toEqual(fresh.outcome.kept.get('e'));
  expect(world.asked.queries).toBe(1);
});

test('a node added at the end runs alone, over tables made again from what was kept', async () => {
  const world = createWorld();
  await world.start(tables(1, 'derive'));
  const ran = await world.start(tables(1, 'width'));
  expect(ran.finished).toEqual(['w']);
  expect(numberAt(ran, 'w')).toBe(2);
});

test('rows are told where they are known without a query', async () => {
  const document = pipeline({
    nodes: { r: ['rows', { count: 7 }], d: ['derive'], k: ['keep', { above: 2 }] },
    wires: ['r.table > d.table', 'd.table > k.table'],
  });
  const world = createWorld();
  const rows = ({ events }: Awaited<ReturnType<typeof world.start>>) =>
    events.flatMap((event) => ('rows' in event ? [[event.step, event.rows]] : []));
  expect(rows(await world.start(document))).toEqual([
    ['r', 7],
    ['d', 7],
  ]);
  expect(rows(await world.start(document))).toEqual([
    ['r', 7],
    ['d', 7],
  ]);
});

describe('long chains', () => {
  const chain = (length: number, type: 'add' | 'derive') => {
    const port = type === 'add' ? ['out', 'a'] : ['table', 'table'];
    const nodes: { [id: string]: readonly [string, object?] } = {
      n0: [type === 'add' ? 'number' : 'rows'],
    };
    const wires: string[] = [];
    for (let at = 1; at < length; at++) {
      nodes[`n${at}`] = [type, type === 'add' ? { plus: 1 } : { name: `c${at % 5}` }];
      wires.push(`n${at - 1}.${port[0]} > n${at}.${port[1]}`);
    }
    return pipeline({ nodes: nodes as Parameters<typeof pipeline>[0]['nodes'], wires });
  };

  test('10,000 steps', async () => {
    const world = createWorld();
    const document = chain(10_000, 'add');
    const ran = await world.start(document);
    expect(numberAt(ran, 'n9999')).toBe(9999);
    const again = await world.start(document, { keep: ['n9999'] });
    expect(again.finished).toEqual([]);
    expect(again.outcome.kept.get('n9999')).toMatchObject({ out: { metrics: { n: 9999 } } });
  });

  test('3,000 plan nodes, made again for the last one', async () => {
    const world = createWorld();
    const document = chain(3000, 'derive');
    await world.start(document);
    const { outcome, finished } = await world.start(document, { keep: ['n2999'] });
    expect(finished).toEqual([]);
    const table = outcome.kept.get('n2999')!['table'];
    expect(table).toMatchObject({ kind: 'table' });
  });
});

test('tables go through definitions with their recipe', async () => {
  const world = createWorld();
  const document = pipeline({
    nodes: { r: ['rows'], c: ['centre'], p: ['part', { definition: 'd' }], w: ['width'] },
    wires: ['r.table > c.table', 'c.table > p.in', 'p.out > w.table'],
    definitions: {
      d: definition({
        nodes: { x: ['derive', { name: 'y' }] },
        inputs: ['in: table > x.table'],
        outputs: ['out: table < x.table'],
      }),
    },
  });
  const { outcome } = await world.start(document, { keep: ['p'] });
  const table = outcome.kept.get('p')!['out'] as TableValue;
  expect(table.steps.map((step) => step.nodeId)).toEqual(['c', 'x']);
});
