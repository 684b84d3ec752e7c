/**
 * Table plan → one DuckDB SELECT.
 *
 * `emit` leaves the order of rows open; `emitOrdered` gives output order (`$order`, else `$row`) and relies on DuckDB's
 * documented `preserve_insertion_order` (which must stay on) where the rows of a scan come in order by themselves.
 */
import { columnsOfPlan } from '#nodes/sdk/plan/schema.ts';
import { nameKey } from '#nodes/sdk/plan/names.ts';
import { opOf } from '#nodes/sdk/plan/ops/index.ts';
import { prune } from '#nodes/sdk/plan/prune.ts';
import { ORDER, PART, type Plan } from '#nodes/sdk/plan/types.ts';
import { inOrder } from '#nodes/sdk/plan/walk.ts';
import { emitAggregate } from './aggregate/aggregate.ts';
import { type Block, GENEROUS, USUAL } from './block.ts';
import { emitAppend } from './ops/append.ts';
import { emitAttach } from './ops/attach.ts';
import { emitJoin } from './ops/join.ts';
import { emitInput, emitSource, emitValues, ROW_NUMBER } from './ops/leaves.ts';
import type { Emit } from './ops/op.ts';
import { emitDistinct, emitLimit, emitSort } from './ops/order.ts';
import { emitFilter, emitProject } from './ops/rowWise.ts';
import { emitPartition } from './partition/partition.ts';
import {
  columnList,
  orderBy,
  orderOf,
  partsOf,
  Q_ORDER,
  Q_PART,
  Q_ROW,
  sealed,
  sqlOf,
  traitsOfBlock,
} from './select.ts';
import { type Names, Statement } from './statement.ts';
import type { EmitOptions, Emitted } from './types.ts';

export type { EmitOptions, Emitted, EmittedColumn } from './types.ts';

const EMITTERS: { readonly [op in Plan['op']]: Emit } = {
  source: emitSource,
  input: emitInput,
  values: emitValues,
  project: emitProject,
  filter: emitFilter,
  aggregate: emitAggregate,
  join: emitJoin,
  attach: emitAttach,
  append: emitAppend,
  sort: emitSort,
  limit: emitLimit,
  distinct: emitDistinct,
  partition: emitPartition,
};

/** The rows of a plan in any order. */
export function emit(plan: Plan, options: EmitOptions): Emitted {
  const { statement, block } = write(plan, options);
  const order = orderOf(statement, block);
  if (typeof order === 'string') return finish(statement, block, sqlOf(partsOf(statement, block)));
  const rank = `(row_number() OVER (ORDER BY ${orderBy(order)}) - 1)`;
  const sql = `SELECT ${visibleAnd(block, rank)} FROM (${sqlOf(partsOf(statement, block))})`;
  return finish(statement, block, sql);
}

/** The rows of a plan in output order. */
export function emitOrdered(plan: Plan, options: EmitOptions): Emitted {
  const { statement, block } = write(plan, options);
  const order = orderOf(statement, block);
  const sql = sqlOf(partsOf(statement, block));
  if (traitsOfBlock(statement, block, sql).natural) return finish(statement, block, sql);
  const ordered = `${sql} ORDER BY ${orderBy(order)}`;
  if (typeof order === 'string') return finish(statement, block, ordered);
  const rank = '(row_number() OVER () - 1)';
  return finish(statement, block, `SELECT ${visibleAnd(block, rank)} FROM (${ordered})`);
}

/** The output columns with `rank` as `$order`. */
function visibleAnd({ from, columns }: Block, rank: string): string {
  const part = from.part ? [Q_PART] : [];
  return [...columnList(columns), Q_ROW, ...part, `${rank} AS ${Q_ORDER}`].join(', ');
}

function finish(statement: Statement, block: Block, select: string): Emitted {
  const { from, columns } = block;
  return {
    sql: statement.finish(select),
    columns: columns.map(({ name, type }) => ({ name, type })),
    hasRow: true,
    hasPart: from.part !== undefined,
    hasOrder: orderOf(statement, block) !== 'row',
  };
}

interface Written {
  readonly statement: Statement;
  readonly block: Block;
}

/** CTEs from which on a statement is written again with longer expressions and fewer of them. */
const MANY = 150;

function write(plan: Plan, options: EmitOptions): Written {
  const columns = columnsOfPlan(plan).map(({ name }) => name);
  const names = namesOf(inOrder(plan));
  const pruned = prune(plan, columns);
  const usual = writeWithin(new Statement(options, USUAL, names), pruned);
  if (usual.statement.size < MANY) return usual;
  const generous = writeWithin(new Statement(options, GENEROUS, names), pruned);
  return generous.statement.size < usual.statement.size ? generous : usual;
}

function writeWithin(statement: Statement, plan: Plan): Written {
  const plans = inOrder(plan);
  const shared = sharedPlans(plans);
  const blocks = new Map<Plan, Block>();
  for (const at of plans) {
    const inputs = opOf(at)
      .inputs(at)
      .map((input) => blocks.get(input)!);
    const block = EMITTERS[at.op](statement, at, inputs);
    // What is used twice is written once.
    blocks.set(at, shared.has(at) ? sealed(statement, block) : block);
  }
  return { statement, block: blocks.get(plan)! };
}

function sharedPlans(plans: readonly Plan[]): ReadonlySet<Plan> {
  const seen = new Set<Plan>();
  const shared = new Set<Plan>();
  for (const input of plans.flatMap((plan) => opOf(plan).inputs(plan))) {
    if (seen.has(input)) shared.add(input);
    seen.add(input);
  }
  return shared;
}

function namesOf(plans: readonly Plan[]): Names {
  const taken = new Set<string>([ORDER, PART]);
  const unnumbered = new Set<string>();
  for (const plan of plans) {
    for (const { name } of columnsOfPlan(plan)) {
      if (name.startsWith('$')) taken.add(nameKey(name));
      if (plan.op === 'source' && nameKey(name) === ROW_NUMBER) unnumbered.add(plan.snapshot);
    }
  }
  return { taken, unnumbered };
}
