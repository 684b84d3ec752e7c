/** What the algebra knows of each operation. One file per operation; generic algorithms ask through `opOf`. */
import type { Column, Partition } from '#schemas/types.ts';
import type { Plan, StepKind } from '../types.ts';

/** What is known of the hidden columns. */
export interface Traits {
  /** How rows are split; absent without `$part`. */
  readonly partition?: Partition;
  /** Whether there is `$order`. */
  readonly order: boolean;
  /**
   * Every `$row` is below it; null when not known. It is a function of the logical plan alone (a checkpoint keeps it),
   * because joins and appends make new identities from it.
   */
  readonly rowLimit: number | null;
}

/** A column of one of the inputs. */
export interface ColumnRef {
  readonly input: number;
  readonly name: string;
}

export interface Op<P extends Plan = Plan> {
  /** Sub-plans. The first is the one whose rows go on (append: all alike). */
  inputs(plan: P): readonly Plan[];
  withInputs(plan: P, inputs: readonly Plan[]): P;
  /** What it does to the rows of its first input. */
  kind(plan: P): StepKind;
  columns(plan: P, inputs: readonly (readonly Column[])[]): readonly Column[];
  traits(plan: P, inputs: readonly Traits[]): Traits;
  /** The input columns that an output column's values are made of. */
  reads(plan: P, name: string, inputs: readonly (readonly Column[])[]): readonly ColumnRef[];
  /** By input, the columns needed so that `wanted` can be given; what selects, sorts or matches rows included. */
  needs(
    plan: P,
    wanted: ReadonlySet<string>,
    inputs: readonly (readonly Column[])[],
  ): readonly ReadonlySet<string>[];
  /**
   * The plan over inputs that may have lost columns outside `needs`, without making columns outside `wanted`. It may
   * give more columns than wanted, or be one of the inputs when nothing of the operation is wanted. `columns`: those of
   * the inputs before.
   */
  narrow(
    plan: P,
    wanted: ReadonlySet<string>,
    inputs: readonly Plan[],
    columns: readonly (readonly Column[])[],
  ): Plan;
}

export const NOTHING: ReadonlySet<string> = new Set();

export function union(...sets: readonly Iterable<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** The shared behaviour of operations that give their one input's columns as they are. */
export function passing<P extends Plan & { readonly input: Plan }>(
  own: (plan: P) => Iterable<string>,
): Pick<Op<P>, 'inputs' | 'withInputs' | 'columns' | 'traits' | 'reads' | 'needs' | 'narrow'> {
  const withInput = (plan: P, input: Plan): P => {
    if (input === plan.input) return plan;
    const changed: P = { ...plan, input };
    return Object.freeze<P>(changed);
  };
  return {
    inputs: (plan) => [plan.input],
    withInputs: (plan, [input]) => withInput(plan, input!),
    columns: (_, [columns]) => columns!,
    traits: (_, [traits]) => traits!,
    reads: (_, name) => [{ input: 0, name }],
    needs: (plan, wanted) => [union(wanted, own(plan))],
    narrow: (plan, _, [input]) => withInput(plan, input!),
  };
}
