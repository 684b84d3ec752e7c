/** What the engine needs of the world. Whoever starts a run hands it over; tests hand over their own. */
import type { TableSchema } from '#schemas/types.ts';
import type {
  ArtifactsPort,
  CompileRow,
  Progress,
  TablesPort,
  TensorsPort,
} from '#nodes/sdk/context.ts';
import type { FitNode, NodeDefinition } from '#nodes/sdk/node.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { Note, RecipeStep, State, TableValue, Value } from '#nodes/sdk/values.ts';
import type { CurvePoint } from './curve.ts';
import type { KeyRecord } from './keys.ts';

/** The ports that reach outside are made for one run: they stop soon after its signal aborts. */
export interface EnginePorts {
  readonly tables: TablesPort;
  /** The same tables for one step: they stop with it, and say how far their queries are. */
  readonly tablesFor?: (caller: TablesCaller) => TablesPort;
  readonly tensors: TensorsPort;
  readonly artifacts: ArtifactsPort;
  readonly compileRow: CompileRow;
  readonly recipes: RecipesPort;
  readonly cache: CachePort;
  readonly history: HistoryPort;
}

export interface TablesCaller {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * What the engine must know of tables: how their recipes are carried on, fitted and fitted again. It is
 * nodes/sdk/learning/recipes.ts; the engine itself never looks into a recipe.
 */
export interface RecipesPort {
  readonly isTable: (value: unknown) => value is Table;
  /** A table as nodes work with it, from what travels on a wire. */
  open(value: TableValue): Table;
  close(table: Table): TableValue;
  /** A table of which nothing but the schema is known. */
  declared(schema: TableSchema): Table;
  /** `out`, made from `inputs` by a plan or fit step, with the recipe of the input that it continues. */
  carry(inputs: TableInputs, out: Table, step: CarriedStep): Table;
  /** The same for a run step, which cannot be done again by plan. */
  pass(inputs: TableInputs, out: Table, step: CarriedStep): Table;
  /** What a fit node learns from the training rows of `table`. */
  fitState(node: FitNode<never>, step: CarriedStep, table: Table, world: FitWorld): Promise<State>;
  /** Whether the last step split the table after something had been fitted on rows that are test rows now. */
  splitAfterFit(table: Table): boolean;
  /** The same table with everything before that split fitted again on its training rows. */
  refitSplit(table: Table, world: RefitWorld): Promise<Table>;
  /** A value that was JSON in between, with the shared structure that it had. */
  revive(value: TableValue): TableValue;
}

export type TableInputs = { readonly [port: string]: Table | readonly Table[] };

/** A step of a recipe before it is known what it does to rows. */
export type CarriedStep = Pick<
  RecipeStep,
  'nodeId' | 'type' | 'version' | 'params' | 'seed' | 'state'
>;

export interface FitWorld {
  readonly tables: Pick<TablesPort, 'rows'>;
  readonly signal: AbortSignal;
}

export interface RefitWorld extends FitWorld {
  nodeType(type: string): NodeDefinition;
}

/**
 * What is kept of a step. Of a plan node only that it succeeded, and of a fit node its state: their tables are made
 * again from their inputs, at no cost, when something asks for them.
 */
export type Stored = (
  | { readonly kind: 'plan' }
  | { readonly kind: 'fit'; readonly state: State }
  | { readonly kind: 'outputs'; readonly outputs: { readonly [port: string]: Value } }
) & {
  /** Of the table, where they were known. */
  readonly rows?: number;
  /** What the step said, to be said again: a warning does not end with the run that first gave it. */
  readonly notes?: readonly Note[];
  /** The figures that came with its progress: how a training went is part of what it gave. */
  readonly curve?: readonly CurvePoint[];
};

/** Results by key. A result may be gone at any time: it is then made again. */
export interface CachePort {
  /** Those of the keys that are there; asked once for a whole graph. */
  get(keys: readonly string[]): Promise<ReadonlyMap<string, Stored>>;
  put(results: ReadonlyMap<string, Stored>): Promise<void>;
}

/** What each step of this pipeline last gave, so that a run can say why a step runs again. */
export interface HistoryPort {
  last(steps: readonly string[]): Promise<ReadonlyMap<string, KeyRecord>>;
  save(records: ReadonlyMap<string, KeyRecord>): Promise<void>;
}
