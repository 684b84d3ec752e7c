/** `join`: rows of two tables matched on equal keys. */
import type { Column } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { unify } from '../../expressions/check/accept.ts';
import { freeName, nameKey, needColumn } from '../names.ts';
import type { JoinPlan, Plan, StepKind } from '../types.ts';
import { meaningOf } from './project.ts';
import { NOTHING, union, type ColumnRef, type Op, type Traits } from './op.ts';

export type JoinSpec = Omit<JoinPlan, 'op' | 'left' | 'right'>;

/** An output column: which side's, its name there and its name in the result. */
export interface JoinedColumn {
  readonly side: 'left' | 'right';
  readonly from: string;
  readonly column: Column;
}

const SUFFIX = '_right';

export const joinOp: Op<JoinPlan> = {
  inputs: (plan) => [plan.left, plan.right],
  withInputs: (plan, [left, right]) =>
    left === plan.left && right === plan.right
      ? plan
      : Object.freeze({ ...plan, left: left!, right: right! }),
  kind: ({ how, single }): StepKind =>
    single ? 'row-wise' : how === 'semi' || how === 'anti' ? 'row-selecting' : 'mixing',
  columns: (plan, [left, right]) =>
    Object.freeze(joinedColumns(plan, left!, right!).map(({ column }) => column)),
  traits: (plan, [left, right]) => joinedTraits(plan, left!, right!),
  reads: (plan, name, [left, right]) => readsOf(plan, name, left!, right!),
  needs: (plan, wanted, [left, right]) => needsOf(plan, wanted, left!, right!),
  narrow(plan, wanted, [left, right], [leftColumns, rightColumns]) {
    const added = joinedColumns(plan, leftColumns!, rightColumns!).filter(
      (c) => c.side === 'right',
    );
    const unused = plan.single && !added.some(({ column }) => wanted.has(column.name));
    return unused ? left! : joinOp.withInputs(plan, [left!, right!]);
  },
};

/** Throws `column-unknown`, `columns-not-chosen`, and `column-wrong-type` for keys that are never equal. */
export function join(
  left: { readonly plan: Plan; readonly columns: readonly Column[] },
  right: { readonly plan: Plan; readonly columns: readonly Column[] },
  { how, on, single, suffix }: JoinSpec,
): JoinPlan {
  if (on.length === 0) throw new EsteiraError('columns-not-chosen', {});
  for (const pair of on) {
    const expected = needColumn(left.columns, pair.left).type;
    const found = needColumn(right.columns, pair.right).type;
    if (unify(expected, found) !== undefined) continue;
    throw new EsteiraError('column-wrong-type', { column: pair.right, expected, found });
  }
  if (single && how !== 'left')
    throw new RangeError(`a single match is for left joins, not ${how}`);
  if (suffix === '') throw new RangeError('an empty suffix tells no names apart');
  return Object.freeze({
    op: 'join',
    left: left.plan,
    right: right.plan,
    how,
    on: Object.freeze(on.map((pair) => Object.freeze({ left: pair.left, right: pair.right }))),
    ...(single ? { single } : {}),
    ...(suffix === undefined || suffix === SUFFIX ? {} : { suffix }),
  });
}

/** The columns of the result with where they come from. */
export function joinedColumns(
  { how, on, suffix = SUFFIX }: JoinPlan,
  left: readonly Column[],
  right: readonly Column[],
): readonly JoinedColumn[] {
  const keys = how === 'full' ? keyColumns(on, left, right) : new Map<string, Column>();
  const out: JoinedColumn[] = left.map((column) => ({
    side: 'left',
    from: column.name,
    column: keys.get(column.name) ?? column,
  }));
  if (how === 'semi' || how === 'anti') return out;
  const rightKeys = new Set(on.map((pair) => pair.right));
  const taken = new Set(left.map(({ name }) => nameKey(name)));
  for (const column of right) {
    if (rightKeys.has(column.name)) continue;
    const name = freeName(column.name, suffix, taken);
    const same = name === column.name;
    out.push({ side: 'right', from: column.name, column: same ? column : { ...column, name } });
  }
  return out;
}

/** A full join's keys hold values of both sides. */
function keyColumns(
  on: JoinPlan['on'],
  left: readonly Column[],
  right: readonly Column[],
): Map<string, Column> {
  return new Map(
    on.map((pair) => {
      const column = needColumn(left, pair.left);
      const type = unify(column.type, needColumn(right, pair.right).type);
      if (type === undefined || type === 'null' || type === column.type) return [pair.left, column];
      const { levels: _, ...rest } = column;
      return [pair.left, { ...rest, type, meaning: meaningOf(type) }];
    }),
  );
}

function readsOf(
  plan: JoinPlan,
  name: string,
  left: readonly Column[],
  right: readonly Column[],
): readonly ColumnRef[] {
  const found = joinedColumns(plan, left, right).find(({ column }) => column.name === name);
  if (!found) return [];
  const reads: ColumnRef[] = [{ input: found.side === 'left' ? 0 : 1, name: found.from }];
  if (plan.how !== 'full' || found.side === 'right') return reads;
  const keys = plan.on.filter((pair) => pair.left === name);
  return [...reads, ...keys.map((pair) => ({ input: 1, name: pair.right }))];
}

function needsOf(
  plan: JoinPlan,
  wanted: ReadonlySet<string>,
  left: readonly Column[],
  right: readonly Column[],
): readonly ReadonlySet<string>[] {
  const used = joinedColumns(plan, left, right).filter(({ column }) => wanted.has(column.name));
  if (isUnused(plan, used)) return [wanted, NOTHING];
  const from = (side: string) => used.filter((one) => one.side === side).map((one) => one.from);
  // A suffix stays only while the columns that make it necessary are there.
  const suffixed = used.filter(
    ({ side, from: name, column }) => side === 'right' && name !== column.name,
  );
  const starts = suffixed.map(({ from: name }) => nameKey(name));
  const collided = (columns: readonly Column[]) =>
    columns
      .map(({ name }) => name)
      .filter((name) => starts.some((key) => nameKey(name).startsWith(key)));
  return [
    union(
      from('left'),
      collided(left),
      plan.on.map((pair) => pair.left),
    ),
    union(
      from('right'),
      collided(right),
      plan.on.map((pair) => pair.right),
    ),
  ];
}

/** A join that neither adds nor drops rows is for its columns alone. */
function isUnused({ single }: JoinPlan, used: readonly JoinedColumn[]): boolean {
  return single === true && !used.some(({ side }) => side === 'right');
}

const LARGEST = Number.MAX_SAFE_INTEGER;

function joinedTraits({ how, single }: JoinPlan, left: Traits, right: Traits): Traits {
  if (single || how === 'semi' || how === 'anti') return left;
  const { partition } = left;
  const rowLimit = joinedLimit(how, left.rowLimit, right.rowLimit);
  return { ...(partition && how !== 'full' ? { partition } : {}), order: false, rowLimit };
}

/**
 * Identities of pairs are left × (right limit + 1) + right + 1, 0 standing for no right row; those of right rows alone
 * come after all of them. Null where that could pass 2^53: then they are ranks.
 */
function joinedLimit(
  how: JoinPlan['how'],
  left: number | null,
  right: number | null,
): number | null {
  if (left === null || right === null) return null;
  const limit = left * (right + 1) + (how === 'full' ? right : 0);
  return limit <= LARGEST ? limit : null;
}
