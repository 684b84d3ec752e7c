/** `attach`: columns or the partition of another table with the same row identity. */
import type { Column } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { checkNames, columnsByName, needColumn } from '../names.ts';
import type { AttachPlan, Plan } from '../types.ts';
import { union, type Op, type Traits } from './op.ts';

export type AttachSpec = Omit<AttachPlan, 'op' | 'input' | 'from'>;

export const attachOp: Op<AttachPlan> = {
  inputs: (plan) => [plan.input, plan.from],
  withInputs: (plan, [input, from]) =>
    input === plan.input && from === plan.from
      ? plan
      : Object.freeze({ ...plan, input: input!, from: from! }),
  kind: ({ part, matching }) => (part ? 'partition' : matching ? 'row-selecting' : 'row-wise'),
  columns: (plan, [columns, from]) => Object.freeze(attachedColumns(plan, columns!, from!)),
  traits({ part }, [traits, from]) {
    const { partition: _, ...rest } = traits!;
    const partition = part ? from!.partition : traits!.partition;
    return partition ? { ...rest, partition } : rest;
  },
  reads: (plan, name) => [{ input: plan.columns.includes(name) ? 1 : 0, name }],
  needs(plan, wanted) {
    const attached = plan.columns.filter((name) => wanted.has(name));
    return [new Set([...wanted].filter((name) => !plan.columns.includes(name))), union(attached)];
  },
  narrow(plan, wanted, [input, from]) {
    const columns = plan.columns.filter((name) => wanted.has(name));
    if (columns.length === 0 && !plan.part && !plan.matching) return input!;
    return Object.freeze({ ...plan, input: input!, from: from!, columns: Object.freeze(columns) });
  },
};

/** Throws `column-unknown`, and `partition-missing` where a partition is asked of a table without one. */
export function attach(
  input: { readonly plan: Plan; readonly columns: readonly Column[] },
  from: { readonly plan: Plan; readonly columns: readonly Column[]; readonly traits: Traits },
  { columns, part, matching }: AttachSpec,
): AttachPlan {
  for (const name of columns) needColumn(from.columns, name);
  if (part && !from.traits.partition) throw new EsteiraError('partition-missing', {});
  const plan: AttachPlan = Object.freeze({
    op: 'attach',
    input: input.plan,
    from: from.plan,
    columns: Object.freeze([...new Set(columns)]),
    ...(part ? { part } : {}),
    ...(matching ? { matching } : {}),
  });
  checkNames(attachedColumns(plan, input.columns, from.columns).map(({ name }) => name));
  return plan;
}

/** Same-named columns are replaced where they stand; the others come last. */
function attachedColumns(
  plan: AttachPlan,
  columns: readonly Column[],
  from: readonly Column[],
): readonly Column[] {
  const added = new Map(plan.columns.map((name) => [name, needColumn(from, name)]));
  const known = columnsByName(columns);
  return [
    ...columns.map((column) => added.get(column.name) ?? column),
    ...[...added.values()].filter(({ name }) => !known.has(name)),
  ];
}
