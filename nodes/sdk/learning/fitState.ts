/** What a fit node learns: its queries on the training rows, then its state from their rows. */
import { significant } from '#nodes/lib/exact/significant.ts';
import type { Cell, TablesPort } from '../context.ts';
import type { FitNode } from '../node.ts';
import { Table } from '../plan/table.ts';
import type { AggregateFn, AggregatePlan, Measure } from '../plan/types.ts';
import type { Json, RecipeStep, State } from '../values.ts';

export interface FitWorld {
  readonly tables: Pick<TablesPort, 'rows'>;
  readonly signal: AbortSignal;
}

/** More groups than any column has categories that are worth learning; a query's answer is never cut in silence. */
const MOST_ROWS = 5_000_000;

/**
 * Fits on the training rows of `table`, on all rows where it is not split or has folds. Numbers are rounded to 9
 * significant digits, so that engines which sum in another order give the same state.
 */
export async function fitState(
  node: FitNode<never>,
  step: Pick<RecipeStep, 'params' | 'seed'>,
  table: Table,
  { tables, signal }: FitWorld,
): Promise<State> {
  const params = step.params as never;
  const fit = node.fit({ params, table: table.part(['train']), seed: step.seed ?? 0 });
  const rows: { [query: string]: readonly ReadonlyMap<string, Cell>[] } = {};
  for (const [name, query] of Object.entries(fit.queries)) {
    rows[name] = await ask(query, tables, signal);
  }
  signal.throwIfAborted();
  return rounded(fit.state(rows)) as State;
}

/** Figures that need all values of a column at once: five of them over 10 million rows take 0.8 GB. */
const HEAVY = new Set<AggregateFn>(['median', 'quantile', 'mode', 'count_distinct']);
const HEAVY_AT_ONCE = 8;
const AT_ONCE = 200;

/** A query's rows. Figures of very many columns are asked for in groups, so that memory stays bounded. */
async function ask(
  query: Table,
  tables: FitWorld['tables'],
  signal: AbortSignal,
): Promise<readonly ReadonlyMap<string, Cell>[]> {
  const { plan } = query;
  const parts = plan.op === 'aggregate' && plan.keys.length === 0 ? inGroups(plan) : [plan];
  const whole = new Map<string, Cell>();
  for (const part of parts) {
    signal.throwIfAborted();
    const rows = await tables.rows(Table.fromPlan(part), { limit: MOST_ROWS });
    if (parts.length === 1) return rows;
    for (const [name, cell] of rows[0] ?? []) whole.set(name, cell);
  }
  return [whole];
}

function inGroups(plan: AggregatePlan): AggregatePlan[] {
  const groups: Measure[][] = [];
  let heavy = 0;
  for (const measure of plan.measures) {
    const group = groups.at(-1);
    const weighs = HEAVY.has(measure.fn) ? 1 : 0;
    if (!group || heavy + weighs > HEAVY_AT_ONCE || group.length >= AT_ONCE) {
      groups.push([measure]);
      heavy = weighs;
    } else {
      group.push(measure);
      heavy += weighs;
    }
  }
  return groups.map((measures) => Object.freeze({ ...plan, measures: Object.freeze(measures) }));
}

function rounded(value: Json): Json {
  if (typeof value === 'number') return Number.isInteger(value) ? value : significant(value);
  if (Array.isArray(value)) return Object.freeze(value.map(rounded));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, rounded(member)]);
  return Object.freeze(Object.fromEntries(members)) as Json;
}
