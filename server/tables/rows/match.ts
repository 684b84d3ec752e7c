/** The right side of a many-to-one join as a map: the first row of each key. */
import { unify } from '#nodes/sdk/expressions/check/accept.ts';
import { literalCell } from '#nodes/sdk/expressions/literal.ts';
import type { Cell, ValueType } from '#nodes/sdk/expressions/types.ts';
import { MICROS_PER_DAY } from '#nodes/sdk/expressions/values/calendar.ts';
import { joinedColumns } from '#nodes/sdk/plan/ops/join.ts';
import { columnsOfPlan } from '#nodes/sdk/plan/schema.ts';
import type { JoinPlan, ValuesPlan } from '#nodes/sdk/plan/types.ts';
import type { Slots } from './compileRow.ts';

export interface Match {
  /** Names of the columns that the right side adds. */
  readonly added: readonly string[];
  /** Their values for a row, or undefined where nothing matches. */
  readonly find: (row: readonly unknown[]) => readonly Cell[] | undefined;
}

export function compileMatch(plan: JoinPlan, right: ValuesPlan, left: Slots): Match {
  const leftColumns = columnsOfPlan(plan.left);
  const joined = joinedColumns(plan, leftColumns, right.columns).filter((c) => c.side === 'right');
  const place = new Map(right.columns.map(({ name }, at) => [name, at]));
  const values = joined.map(({ from }) => place.get(from)!);
  const keys = plan.on.map((pair) => {
    const at = place.get(pair.right)!;
    const own = leftColumns.find(({ name }) => name === pair.left)!.type;
    const other = right.columns[at]!.type;
    return { at, own, other, shared: unify(own, other) as ValueType };
  });
  const rows = new Map<unknown, readonly Cell[]>();
  for (const row of right.rows) {
    const cell = (at: number): Cell =>
      literalCell(row[at]!, typeOf(row[at]!, right.columns[at]!.type));
    const key = keyOf(keys.map(({ at, other, shared }) => inType(cell(at), other, shared)));
    if (key !== undefined && !rows.has(key)) rows.set(key, values.map(cell));
  }
  const slots = plan.on.map((pair) => left.get(pair.left)!);
  const find = (row: readonly unknown[]): readonly Cell[] | undefined => {
    const cells = slots.map((slot, at) =>
      inType(row[slot] as Cell, keys[at]!.own, keys[at]!.shared),
    );
    return rows.get(keyOf(cells));
  };
  return { added: joined.map(({ column }) => column.name), find };
}

function typeOf(value: unknown, type: ValueType): ValueType | 'null' {
  return value === null ? 'null' : type;
}

function inType(cell: Cell, from: ValueType, to: ValueType): Cell {
  const toMoment = cell !== null && from === 'date' && to === 'timestamp';
  return toMoment ? (cell as number) * MICROS_PER_DAY : cell;
}

/** One map key for all keys of a row; undefined where one of them is missing, which matches nothing. */
function keyOf(cells: readonly Cell[]): unknown {
  if (cells.includes(null)) return undefined;
  return cells.length === 1 ? cells[0] : JSON.stringify(cells);
}
