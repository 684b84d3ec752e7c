/**
 * Compiles a plan over `input` to a function of one raw row. Every column of every step has a place in one array;
 * a step that only passes a column on costs nothing, a computed column costs one closure.
 */
import { EsteiraError } from '#schemas/errors.ts';
import type { CompiledRow, CompileRow } from '#nodes/sdk/context.ts';
import { compile } from '#nodes/sdk/expressions/rows/compile.ts';
import type { Cell } from '#nodes/sdk/expressions/types.ts';
import { typesOf } from '#nodes/sdk/plan/checkExpr.ts';
import { columnsOfPlan } from '#nodes/sdk/plan/schema.ts';
import type { AttachPlan, InputPlan, JoinPlan, Plan, ProjectPlan } from '#nodes/sdk/plan/types.ts';
import { inOrder } from '#nodes/sdk/plan/walk.ts';
import { coercion, type Coerce } from './coerce.ts';
import { compileMatch } from './match.ts';

/** The place of each visible column. */
export type Slots = ReadonlyMap<string, number>;

type Get = (name: string) => unknown;
type Step = (row: unknown[]) => void;

interface Load {
  readonly name: string;
  readonly slot: number;
  readonly coerce: Coerce;
}

/** The function being compiled. */
class Program {
  readonly loads: Load[] = [];
  readonly steps: Step[] = [];
  #size = 0;

  slot(): number {
    return this.#size++;
  }

  get size(): number {
    return this.#size;
  }
}

/**
 * Throws `operation-unsupported` on operations that need more than one row (`forServing` leaves them out), and on a
 * many-to-one join whose right side is not written out.
 */
export const compileRow: CompileRow = (plan) => {
  const program = new Program();
  const slotsOf = new Map<Plan, Slots>();
  for (const at of inOrder(plan, isSide)) slotsOf.set(at, compileOp(program, at, slotsOf));
  const columns = columnsOfPlan(plan);
  const slots = slotsOf.get(plan)!;
  return finish(
    program,
    columns,
    columns.map(({ name }) => slots.get(name)!),
  );
};

/** The right side of a join is looked up, not computed. */
function isSide(plan: Plan): boolean {
  return plan.op === 'values';
}

function finish(
  { loads, steps, size }: Program,
  columns: CompiledRow['columns'],
  out: readonly number[],
): CompiledRow {
  const constants: unknown[] = Array.from({ length: size }, () => null);
  return {
    columns,
    run(get: Get) {
      const row = constants.slice();
      for (const { name, slot, coerce } of loads) {
        const raw = get(name);
        if (raw === undefined) throw notGiven(loads, get);
        row[slot] = coerce(raw);
      }
      for (const step of steps) step(row);
      return out.map((slot) => row[slot] as Cell);
    },
  };
}

/** All columns that a row lacks, so that nobody learns of them one at a time. */
function notGiven(loads: readonly Load[], get: Get): EsteiraError {
  const columns = loads.flatMap(({ name }) => (get(name) === undefined ? [name] : []));
  return new EsteiraError('model-column-gone', { columns, count: columns.length });
}

function compileOp(program: Program, plan: Plan, slotsOf: ReadonlyMap<Plan, Slots>): Slots {
  switch (plan.op) {
    case 'input':
      return compileInput(program, plan);
    case 'project':
      return compileProject(program, plan, slotsOf.get(plan.input)!);
    case 'attach':
      return attached(plan, slotsOf.get(plan.input)!, slotsOf.get(plan.from)!);
    case 'join':
      return compileJoin(program, plan, slotsOf.get(plan.left)!);
    case 'values':
      // Only ever the right side of a join, which reads it itself.
      return new Map();
    default:
      throw unsupported(plan);
  }
}

/** Several inputs are one raw row: a shared input is no longer shared once a plan was saved. */
function compileInput(program: Program, { columns }: InputPlan): Slots {
  const slots = columns.map((column): [string, number] => {
    const known = program.loads.find(({ name }) => name === column.name);
    if (known) return [column.name, known.slot];
    const slot = program.slot();
    program.loads.push({ name: column.name, slot, coerce: coercion(column) });
    return [column.name, slot];
  });
  return new Map(slots);
}

function compileProject(program: Program, plan: ProjectPlan, before: Slots): Slots {
  const types = typesOf(columnsOfPlan(plan.input));
  const columns = columnsOfPlan(plan);
  const slots = plan.columns.map(({ name, expr }, at): [string, number] => {
    if (expr.kind === 'column') return [name, before.get(expr.name)!];
    const evaluate = compile(expr, before, types, columns[at]!.type);
    const slot = program.slot();
    program.steps.push((row) => {
      row[slot] = evaluate(row);
    });
    return [name, slot];
  });
  return new Map(slots);
}

/** Both sides come from the same raw row. */
function attached({ columns, part, matching }: AttachPlan, rows: Slots, from: Slots): Slots {
  if (part || matching) throw unsupported({ op: 'attach' });
  const slots = new Map(rows);
  for (const name of columns) slots.set(name, from.get(name)!);
  return slots;
}

function compileJoin(program: Program, plan: JoinPlan, left: Slots): Slots {
  if (!plan.single || plan.right.op !== 'values') throw unsupported(plan);
  const { added, find } = compileMatch(plan, plan.right, left);
  const slots = new Map(left);
  const targets = added.map((name) => {
    const slot = program.slot();
    slots.set(name, slot);
    return slot;
  });
  program.steps.push((row) => {
    const found = find(row);
    for (let at = 0; at < targets.length; at++) row[targets[at]!] = found ? found[at]! : null;
  });
  return slots;
}

function unsupported({ op }: Pick<Plan, 'op'>): EsteiraError {
  return new EsteiraError('operation-unsupported', { operation: op, engine: 'one row' });
}
