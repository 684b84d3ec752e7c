/** What a fit node learns: its queries on the training rows, then its state from their rows. */
import { significant } from '#nodes/lib/exact/significant.ts';
import type { Cell, TablesPort } from '../context.ts';
import type { FitNode } from '../node.ts';
import type { Table } from '../plan/table.ts';
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
    signal.throwIfAborted();
    rows[name] = await tables.rows(query, { limit: MOST_ROWS });
  }
  signal.throwIfAborted();
  return rounded(fit.state(rows)) as State;
}

function rounded(value: Json): Json {
  if (typeof value === 'number') return Number.isInteger(value) ? value : significant(value);
  if (Array.isArray(value)) return Object.freeze(value.map(rounded));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, rounded(member)]);
  return Object.freeze(Object.fromEntries(members)) as Json;
}
