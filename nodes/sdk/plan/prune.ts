/** Projection pushdown: a plan without what is not needed for some of its columns. */
import { EsteiraError } from '#schemas/errors.ts';
import { likeliest } from '../expressions/check/likeliest.ts';
import { columnsByName } from './names.ts';
import { opOf } from './ops/index.ts';
import { keep } from './ops/projection.ts';
import { columnsOfPlan } from './schema.ts';
import type { Plan } from './types.ts';
import { inOrder } from './walk.ts';

/** `plan` with exactly the columns `wanted`, in the order given. Rows, identities, parts and order are the same. */
export function prune(plan: Plan, wanted: readonly string[]): Plan {
  const known = columnsByName(columnsOfPlan(plan));
  const missing = wanted.find((name) => !known.has(name));
  if (missing !== undefined) {
    const names = likeliest(missing, [...known.keys()]);
    throw new EsteiraError('column-unknown', { column: missing, known: names });
  }
  const pruned = narrow(plan, new Set(wanted));
  const columns = columnsOfPlan(pruned);
  if (columns.length === wanted.length && columns.every(({ name }, at) => name === wanted[at])) {
    return pruned;
  }
  const named = columnsByName(columns);
  const kept = Object.freeze(wanted.map((name) => keep(named.get(name)!)));
  const input = pruned.op === 'project' ? pruned : undefined;
  if (!input) return Object.freeze({ op: 'project', input: pruned, columns: kept });
  const chosen = wanted.map((name) =>
    input.columns.find((projection) => projection.name === name)!,
  );
  return Object.freeze({ ...input, columns: Object.freeze(chosen) });
}

/** Needs are gathered from the top down, so that a plan used twice stays one plan with the needs of both. */
function narrow(plan: Plan, wanted: ReadonlySet<string>): Plan {
  const plans = inOrder(plan);
  const needs = new Map<Plan, Set<string>>([[plan, new Set(wanted)]]);
  for (const at of plans.toReversed()) {
    const op = opOf(at);
    const inputs = op.inputs(at);
    const asked = op.needs(at, needs.get(at)!, inputs.map(columnsOfPlan));
    for (const [index, input] of inputs.entries()) {
      const all = needs.get(input) ?? new Set();
      for (const name of asked[index]!) all.add(name);
      needs.set(input, all);
    }
  }
  const made = new Map<Plan, Plan>();
  for (const at of plans) {
    const op = opOf(at);
    const inputs = op.inputs(at);
    const rebuilt = inputs.map((input) => made.get(input)!);
    made.set(at, op.narrow(at, needs.get(at)!, rebuilt, inputs.map(columnsOfPlan)));
  }
  return made.get(plan)!;
}
