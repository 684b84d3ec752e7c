/** `append`: the rows of several tables, one table after the other. */
import type { Column, ValueType } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { unify } from '../../expressions/check/accept.ts';
import { checkNames, columnsByName } from '../names.ts';
import type { AppendPlan, Plan } from '../types.ts';
import { meaningOf } from './project.ts';
import type { Op, Traits } from './op.ts';

export const appendOp: Op<AppendPlan> = {
  inputs: (plan) => plan.inputs,
  withInputs: (plan, inputs) =>
    inputs.every((input, at) => input === plan.inputs[at])
      ? plan
      : Object.freeze({ ...plan, inputs: Object.freeze([...inputs]) }),
  kind: () => 'mixing',
  columns: (_, inputs) => appendedColumns(inputs),
  traits: (_, inputs) => appendedTraits(inputs),
  reads: (_, name, inputs) =>
    inputs.flatMap((columns, input) => (columnsByName(columns).has(name) ? [{ input, name }] : [])),
  needs: (_, wanted, inputs) =>
    inputs.map(
      (columns) => new Set([...wanted].filter((name) => columnsByName(columns).has(name))),
    ),
  narrow: (plan, _, inputs) => appendOp.withInputs(plan, inputs),
};

/** Throws `column-wrong-type` where same-named columns cannot be one, `column-repeated` where only case differs. */
export function append(
  inputs: readonly Plan[],
  columns: readonly (readonly Column[])[],
): AppendPlan {
  if (inputs.length === 0) throw new RangeError('nothing to append');
  checkNames(appendedColumns(columns).map(({ name }) => name));
  return Object.freeze({ op: 'append', inputs: Object.freeze([...inputs]) });
}

/** In the order in which they first appear; the first table says what a column means. */
function appendedColumns(inputs: readonly (readonly Column[])[]): readonly Column[] {
  const all = new Map<string, Column>();
  for (const columns of inputs) {
    for (const column of columns) {
      const first = all.get(column.name);
      all.set(column.name, first ? merged(first, column) : column);
    }
  }
  return Object.freeze([...all.values()]);
}

function merged(first: Column, other: Column): Column {
  const type = unify(first.type, other.type) as ValueType | undefined;
  if (type === undefined) {
    const types = { expected: first.type, found: other.type };
    throw new EsteiraError('column-wrong-type', { column: first.name, ...types });
  }
  const { levels, ...rest } = first;
  const all = levels && other.levels && [...new Set([...levels, ...other.levels])];
  const personal = first.personal ?? other.personal;
  return Object.freeze({
    ...rest,
    type,
    meaning: type === first.type ? first.meaning : meaningOf(type),
    ...(personal === undefined ? {} : { personal }),
    ...(all ? { levels: Object.freeze(all) } : {}),
  });
}

/** Parts are kept when all tables are split in the same way: their rows stay where they were. */
function appendedTraits(inputs: readonly Traits[]): Traits {
  const [first] = inputs;
  const kinds = inputs.map(({ partition }) =>
    JSON.stringify(partition && { ...partition, validation: 0 }),
  );
  const same = first?.partition && kinds.every((kind) => kind === kinds[0]);
  const validation = inputs.some(({ partition: p }) => p?.kind === 'holdout' && p.validation);
  const split =
    first?.partition?.kind === 'holdout' ? { ...first.partition, validation } : first?.partition;
  return {
    ...(same && split ? { partition: split } : {}),
    order: false,
    rowLimit: sum(inputs.map(({ rowLimit }) => rowLimit)),
  };
}

function sum(limits: readonly (number | null)[]): number | null {
  let total = 0;
  for (const limit of limits) {
    if (limit === null) return null;
    total += limit;
  }
  return Number.isSafeInteger(total) ? total : null;
}
