/**
 * A table as nodes work with it: an immutable plan with methods that check names and types and give new tables.
 * No rows are touched. Columns are named exactly; a name that is not there throws `column-unknown`.
 */
import type { Column, Meaning, Partition, Role, TableSchema, ValueType } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import type { Expr, Literal } from '../expressions/types.ts';
import type { RecipeStep, TableValue } from '../values.ts';
import { findColumn, needColumn } from './names.ts';
import { aggregate } from './ops/aggregate.ts';
import { append } from './ops/append.ts';
import { attach, type AttachSpec } from './ops/attach.ts';
import { distinct } from './ops/distinct.ts';
import { filter } from './ops/filter.ts';
import { join, type JoinSpec } from './ops/join.ts';
import { input, source, values } from './ops/leaves.ts';
import { limit } from './ops/limit.ts';
import type { Traits } from './ops/op.ts';
import { partition, type PartitionSpec } from './ops/partition.ts';
import { project } from './ops/project.ts';
import { keep } from './ops/projection.ts';
import { sort } from './ops/sort.ts';
import { partCondition } from './part.ts';
import { derived, renamed } from './projections.ts';
import { columnsOfPlan, schemaOf, traitsOf } from './schema.ts';
import type { ColumnMeta, Measure, Plan, Projection, SourcePlan } from './types.ts';

export type { AttachSpec, JoinSpec, PartitionSpec };

/** A column as it is, or one computed. */
export type Selected = string | Projection;

export interface SortKey {
  readonly expr: Expr;
  readonly descending?: boolean;
}

export class Table {
  readonly plan: Plan;
  /** Where the recipe starts. */
  readonly base: Plan;
  readonly steps: readonly RecipeStep[];

  private constructor(plan: Plan, base: Plan, steps: readonly RecipeStep[]) {
    this.plan = plan;
    this.base = base;
    this.steps = steps;
    Object.freeze(this);
  }

  /** The table of a wire, with its recipe. */
  static of(value: TableValue): Table {
    return new Table(value.plan, value.base, value.steps);
  }

  /** A table that starts its own recipe. */
  static fromPlan(plan: Plan): Table {
    return new Table(plan, plan, []);
  }

  static source(spec: Omit<SourcePlan, 'op'>): Table {
    return Table.fromPlan(source(spec));
  }

  /** Rows written out, each with one value a column. Dates are ISO text. */
  static values(columns: readonly Column[], rows: readonly (readonly Literal[])[]): Table {
    return Table.fromPlan(values(columns, rows));
  }

  /** Rows that a caller will bring. */
  static input(columns: readonly Column[]): Table {
    return Table.fromPlan(input(columns));
  }

  /** A table of which only the schema is known. */
  static declared({ columns, partition: split }: TableSchema): Table {
    return Table.fromPlan(input(columns, split));
  }

  /** The rows of all, one table after the other. The recipe is the first one's. */
  static append(tables: readonly Table[]): Table {
    const plan = append(
      tables.map((table) => table.plan),
      tables.map((table) => table.columns),
    );
    return tables[0]!.#with(plan);
  }

  value(): TableValue {
    const { plan, base, steps } = this;
    return Object.freeze({ kind: 'table', plan, base, steps });
  }

  #with(plan: Plan): Table {
    return plan === this.plan ? this : new Table(plan, this.base, this.steps);
  }

  get schema(): TableSchema {
    return schemaOf(this.plan);
  }

  get columns(): readonly Column[] {
    return columnsOfPlan(this.plan);
  }

  /** What is known of `$row`, `$part` and `$order`. */
  get traits(): Traits {
    return traitsOf(this.plan);
  }

  /** How the rows are split, if they are. */
  get partitioned(): Partition | undefined {
    return this.traits.partition;
  }

  /** The column of that exact name, or undefined. */
  column(name: string): Column | undefined {
    return findColumn(this.columns, name);
  }

  /** The column; throws `column-unknown`, and `column-wrong-type` when `types` are given and it has none of them. */
  need(name: string, types?: readonly ValueType[]): Column {
    const column = needColumn(this.columns, name);
    if (!types || types.includes(column.type)) return column;
    throw new EsteiraError('column-wrong-type', {
      column: name,
      expected: types,
      found: column.type,
    });
  }

  /** The columns that have all that is asked. */
  columnsOf(want: { role?: Role; meaning?: Meaning; type?: ValueType }): readonly Column[] {
    const { role, meaning, type } = want;
    return this.columns.filter(
      (column) =>
        (role === undefined || column.role === role) &&
        (meaning === undefined || column.meaning === meaning) &&
        (type === undefined || column.type === type),
    );
  }

  /** These columns, in this order. */
  select(names: readonly string[]): Table {
    return this.project(names);
  }

  /** All columns but these. */
  drop(names: readonly string[]): Table {
    for (const name of names) needColumn(this.columns, name);
    const gone = new Set(names);
    return this.project(this.columns.filter(({ name }) => !gone.has(name)).map(keep));
  }

  /** The full list of columns. */
  project(columns: readonly Selected[]): Table {
    const projections = columns.map((column) => this.#projection(column));
    return this.#with(project(this.plan, this.columns, projections));
  }

  #projection(column: Selected): Projection {
    return typeof column === 'string' ? keep(needColumn(this.columns, column)) : column;
  }

  /** Adds columns, or replaces same-named ones where they stand. All read the columns as they were before. */
  derive(projections: readonly Projection[]): Table {
    return projections.length === 0 ? this : this.project(derived(this.columns, projections));
  }

  /** New names by old ones; both at once, so that two may swap. */
  rename(names: ReadonlyMap<string, string> | { readonly [from: string]: string }): Table {
    const map = names instanceof Map ? names : new Map(Object.entries(names));
    return map.size === 0 ? this : this.project(renamed(this.columns, map));
  }

  /** Says what columns are for or mean; what `meta` does not name stays. */
  describe(names: string | readonly string[], meta: ColumnMeta): Table {
    const list = typeof names === 'string' ? [names] : names;
    return this.derive(list.map((name) => ({ ...keep(needColumn(this.columns, name)), meta })));
  }

  /** Rows where `where` is true; it may name `$part` where the rows are split. */
  filter(where: Expr, note?: string): Table {
    const kind = this.partitioned?.kind;
    const part = kind && (kind === 'holdout' ? 'text' : 'int64');
    return this.#with(filter(this.plan, this.columns, where, { part, note }));
  }

  /** One row a group of equal keys; one row in all without keys. */
  aggregate(keys: readonly Selected[], measures: readonly Measure[]): Table {
    const projections = keys.map((key) => this.#projection(key));
    return this.#with(aggregate(this.plan, this.columns, projections, measures));
  }

  join(right: Table, spec: JoinSpec): Table {
    return this.#with(join(this, right, spec));
  }

  /** Columns and/or the partition of a table with the same row identities. */
  attach(from: Table, spec: AttachSpec): Table {
    return this.#with(attach(this, from, spec));
  }

  /** By columns or expressions, the first one first; missing values last. */
  sort(by: readonly SortKey[]): Table {
    return by.length === 0 ? this : this.#with(sort(this.plan, this.columns, by));
  }

  limit(count: number, offset = 0): Table {
    return this.#with(limit(this.plan, count, offset));
  }

  /** The first row of each combination of values (of all columns without `on`). */
  distinct(on: readonly string[] = this.columns.map(({ name }) => name)): Table {
    return this.#with(distinct(this.plan, this.columns, on));
  }

  partition(spec: PartitionSpec): Table {
    return this.#with(partition(this.plan, this.columns, this.traits, spec));
  }

  /** Of a table with folds: one fold's rows as test rows, all others as training rows. */
  foldAsHoldout(fold: number): Table {
    return this.partition({ into: { kind: 'fold', test: fold }, seed: 0 });
  }

  /** The rows of some parts: 'train', 'validation', 'test' of a holdout, numbers of folds. All rows where not split. */
  part(parts: readonly (string | number)[]): Table {
    const where = this.partitioned && partCondition(this.partitioned, parts);
    return where ? this.filter(where) : this;
  }
}
