/** Nodes over tables: the real algebra, without rows. */
import { Type } from 'typebox';
import type { Column } from '#schemas/types.ts';
import { call, col, lit } from '#nodes/sdk/expressions/build.ts';
import { defineNode, type FitNode, type Port } from '#nodes/sdk/node.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { common, number, report } from './numbers.ts';

export const table = (more: Partial<Port> = {}): Port => ({
  type: 'table',
  title: 'Table',
  ...more,
});

const one = { inputs: { table: table() }, outputs: { table: table() } };

const x: Column = { name: 'x', type: 'float64', meaning: 'number', role: 'feature' };

const rows = defineNode({
  ...common,
  type: 'rows',
  params: Type.Object({ count: Type.Number({ default: 10 }) }),
  inputs: {},
  outputs: { table: table() },
  plan: ({ params }) =>
    Table.values(
      [x],
      Array.from({ length: params.count }, (_, at) => [at + 1]),
    ),
});

const derive = defineNode({
  ...common,
  ...one,
  type: 'derive',
  params: Type.Object({ name: Type.String({ default: 'x' }), plus: Type.Number({ default: 1 }) }),
  plan: ({ params, inputs }) => {
    const expr = call('add', col('x'), lit(params.plus));
    return (inputs['table'] as Table).derive([{ name: params.name, expr }]);
  },
});

const keep = defineNode({
  ...common,
  ...one,
  type: 'keep',
  params: Type.Object({ above: Type.Number() }),
  plan: ({ params, inputs }) =>
    (inputs['table'] as Table).filter(call('gt', col('x'), lit(params.above))),
});

const split = defineNode({
  ...common,
  ...one,
  type: 'split',
  random: true,
  params: Type.Object({}),
  plan: ({ inputs, seed }) =>
    (inputs['table'] as Table).partition({
      into: { kind: 'holdout', train: 8, validation: 0, test: 2 },
      seed,
    }),
});

const total = defineNode({
  ...common,
  ...one,
  type: 'total',
  params: Type.Object({}),
  plan: ({ inputs }) =>
    (inputs['table'] as Table).aggregate([], [{ name: 'x', fn: 'sum', args: [col('x')] }]),
});

const lookUp = defineNode({
  ...common,
  type: 'look-up',
  params: Type.Object({}),
  inputs: { table: table(), other: table() },
  outputs: { table: table() },
  plan: ({ inputs }) =>
    (inputs['table'] as Table).join(inputs['other'] as Table, {
      how: 'left',
      on: [{ left: 'x', right: 'x' }],
      single: true,
    }),
});

/** Takes the mean of the training rows away. */
const centre = defineNode({
  ...common,
  ...one,
  type: 'centre',
  params: Type.Object({ digits: Type.Number({ default: 0 }) }),
  fit: ({ table: given }) => ({
    queries: { mean: given.aggregate([], [{ name: 'mean', fn: 'mean', args: [col('x')] }]) },
    state: ({ mean }) => ({ mean: mean![0]!.get('mean') ?? 0 }),
  }),
  apply: ({ state, table: given }) =>
    given.derive([{ name: 'x', expr: call('sub', col('x'), lit(state['mean'] as number)) }]),
  declare: ({ table: given }) => given.schema,
});

/** Hands its table on and counts its rows aloud. */
const counted = defineNode({
  ...common,
  ...one,
  type: 'counted',
  params: Type.Object({ aloud: Type.Boolean({ default: true }) }),
  plan: ({ inputs }) => inputs['table'] as Table,
  findings({ params, inputs }) {
    if (!params.aloud) return undefined;
    const query = (inputs['table'] as Table).aggregate([], [{ name: 'n', fn: 'count', args: [] }]);
    return {
      queries: { rows: query },
      notes: (found) => [
        { code: 'counted.rows', level: 'info', params: { columns: found['rows']![0]!.size } },
      ],
    };
  },
});

/** As 'centre', and says what it took away. */
const centreAloud = defineNode({
  ...(centre as FitNode<object>),
  type: 'centre-aloud',
  params: Type.Object({}),
  notes: ({ state }) => [{ code: 'centre-aloud.mean', level: 'info', params: state }],
});

/** How many columns; asks for its table and so for all that it is made of. */
const width = defineNode({
  ...common,
  type: 'width',
  params: Type.Object({}),
  inputs: { table: table() },
  outputs: { out: report() },
  run: async ({ inputs }) => ({ out: number((inputs['table'] as Table).columns.length) }),
});

/** Adds a column that is no plan: a snapshot with the same row identities. */
const guess = defineNode({
  ...common,
  ...one,
  type: 'guess',
  params: Type.Object({}),
  run: async ({ inputs }) => {
    const given = inputs['table'] as Table;
    const columns: Column[] = [
      { name: 'guess', type: 'float64', meaning: 'number', role: 'prediction' },
    ];
    const snapshot = Table.source({ snapshot: 'guesses', columns, rows: 10, ownRow: true });
    return { table: given.attach(snapshot, { columns: ['guess'] }) };
  },
});

const relational = [rows, derive, keep, split, total, lookUp, counted];
export const tableNodes = [...relational, centre, centreAloud, width, guess];
