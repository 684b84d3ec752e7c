/**
 * What a node is. A node folder's node.ts exports `default defineNode({...})`; nothing else is registered anywhere.
 */
import type { Static, TObject, TSchema } from 'typebox';
import type { NodeStep } from '#schemas/migrations.ts';
import type { Category, Column, PortType, TableSchema } from '#schemas/types.ts';
import type { NodeContext, Cell } from './context.ts';
import type { Learner } from './learning/learner.ts';
import type { Accepts } from './params.ts';
import type { Table } from './plan/table.ts';
import type { Note, State, Value } from './values.ts';

export interface Port {
  readonly type: PortType;
  readonly title: string;
  /** Inputs only; default true. */
  readonly required?: boolean;
  /** Inputs only: takes several wires, in edge order; the value is an array. */
  readonly many?: boolean;
  /** Outputs of type 'any' only: the input whose type it has. */
  readonly sameAs?: string;
  /** Inputs of type 'table' only: columns without which the node can do nothing, at least one of each kind. */
  readonly needs?: readonly Accepts[];
}
export type Ports = { readonly [name: string]: Port };

/** A table for 'table' ports (see plan/table.ts), the plain value for the others; arrays for `many`. */
export type Inputs = { readonly [port: string]: unknown };
export type Outputs = { readonly [port: string]: Table | Value };

interface Common<P> {
  readonly type: string;
  /** Rises when the parameters' shape changes; each rise has a migration. */
  readonly version: number;
  /** Rises when the same parameters give another result; part of the cache key. Default 1. */
  readonly implementation?: number;
  readonly category: Category;
  readonly title: string;
  readonly summary: string;
  readonly synonyms?: readonly string[];
  readonly formerly?: readonly string[];
  readonly params: TObject;
  readonly inputs: Ports;
  readonly outputs: Ports;
  /** Ports that depend on the parameters (subflows): replaces `inputs` and `outputs`. */
  ports?(args: { params: P; definitions: Definitions }): {
    inputs: Ports;
    outputs: Ports;
  };
  /** From version n to n + 1, by n: the new params, and the new names of ports where they changed. */
  readonly migrations?: { readonly [from: number]: NodeStep };
  /**
   * One line under the node's name, in words from its parameters: an ICU message. A list stands for its length, a
   * choice `x` for its value and `x_label` for its words, an expression for its text. pt-BR.json has its own.
   */
  readonly line?: string;
  /** English text of the node's own notes and errors by id; their code is `<type>.<id>`. */
  readonly messages?: {
    readonly [id: string]: { readonly message: string; readonly remedy?: string };
  };
  /** Draws random numbers: the seed is in its key. */
  readonly random?: boolean;
  /** Changes the world outside: never cached, carries an idempotency key. */
  readonly effect?: boolean;
  /** Uses tensors: the backend is in its key. */
  readonly tensors?: boolean;
}

export type Definitions = {
  readonly [id: string]: {
    readonly inputs: readonly { name: string; type: PortType }[];
    readonly outputs: readonly { name: string; type: PortType }[];
  };
};

/** Relational: no rows are touched. Inputs are tables; the result is one table. */
export interface PlanNode<P> extends Common<P> {
  plan(args: { params: P; inputs: Inputs; seed: number }): Table;
  /** What a person should know of the rows: figures asked for beside the plan, of which nothing depends. */
  findings?(args: { params: P; inputs: Inputs }): Findings | undefined;
}

export interface Findings {
  readonly queries: { readonly [name: string]: Table };
  notes(rows: { readonly [name: string]: readonly ReadonlyMap<string, Cell>[] }): readonly Note[];
}

/** Learns `F` from the training rows only, then applies it to all. Its first input is the table that it changes. */
export interface FitNode<P, F extends State = State> extends Common<P> {
  /** Named aggregate queries over the training rows (already selected) and a pure function of their rows. */
  fit(args: { params: P; table: Table; seed: number }): {
    readonly queries: { readonly [name: string]: Table };
    state(rows: { readonly [name: string]: readonly ReadonlyMap<string, Cell>[] }): F;
  };
  apply(args: { params: P; state: F; table: Table }): Table;
  /** The schema before anything ran: families for what is named by the data, 'maybe' for what may go. */
  declare(args: { params: P; table: Table }): TableSchema;
  /** What to tell a person of what was learned. */
  notes?(args: { params: P; state: F }): readonly Note[];
}

/** What is known of a model before it is trained. */
export interface ModelShape {
  readonly kind: 'model-shape';
  readonly task: 'classification' | 'regression';
  readonly target: Column;
}

/** Everything else. */
export interface RunNode<P> extends Common<P> {
  run(args: { params: P; inputs: Inputs; context: NodeContext }): Promise<Outputs>;
  /**
   * What is known of the outputs before the run, where the inputs tell. Inputs are tables, and for models what their
   * own node declared; an input of which nothing is known is undefined.
   */
  declareOutputs?(args: { params: P; inputs: Inputs }): {
    readonly [port: string]: TableSchema | ModelShape;
  };
  /**
   * Reads tables, nothing else, and makes reports of them in about a second: it may be run for a look, before any run.
   */
  readonly previews?: boolean;
  /** It asks a person (`suspend`); the answer says by which of its outputs this input goes on as it came. */
  readonly asks?: string;
  /**
   * It runs its definition once, on what comes in as it comes, and gives what that gives: what is foretold of the
   * definition is foretold of the node.
   */
  readonly inlines?: boolean;
  /** Learner nodes carry their learner, so that models can answer and be trained again. */
  readonly learner?: Learner<P>;
}

export type NodeDefinition<P = unknown> = PlanNode<P> | FitNode<P> | RunNode<P>;

export type NodeKind = 'plan' | 'fit' | 'run';
export function kindOf(node: NodeDefinition): NodeKind {
  return 'plan' in node ? 'plan' : 'fit' in node ? 'fit' : 'run';
}

/** Identity at run time; gives params and what is learned their static types. */
export function defineNode<S extends TObject, F extends State = State>(
  node:
    | (Omit<PlanNode<Static<S>>, 'params'> & { params: S })
    | (Omit<FitNode<Static<S>, F>, 'params'> & { params: S })
    | (Omit<RunNode<Static<S>>, 'params'> & { params: S }),
): NodeDefinition {
  return Object.freeze(node);
}

export type { Static, TSchema };
