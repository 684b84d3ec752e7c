/** What planning gives: the steps of a graph in an order in which each comes after what it needs. */
import type { DatasetRef, Definition, Json } from '#schemas/types.ts';
import type { NodeDefinition, NodeKind, Port, Ports } from '#nodes/sdk/node.ts';
import type { Note, Value } from '#nodes/sdk/values.ts';
import type { Catalogue, Definitions } from './catalogue.ts';
import type { DefinitionTraits } from './definitions.ts';

/** What has nodes and wires: a pipeline, or a definition with what comes in and goes out. */
export type Graph = Pick<Definition, 'nodes' | 'edges' | 'parameters'> &
  Partial<Pick<Definition, 'inputs' | 'outputs'>>;

/** Which nodes a run is about; all of them where nothing is said. */
export interface Selection {
  /** Run to here: these nodes and all that they need. */
  readonly target?: readonly string[];
  /** Run from here: also what comes after the target, with all that it needs. */
  readonly onwards?: boolean;
}

/** What planning a graph needs besides the graph. */
export interface GraphSetting {
  readonly catalogue: Catalogue;
  readonly definitions: Definitions;
  readonly traits: (definition: string) => DefinitionTraits;
  /** '' at the top; else the path of the step that runs this graph. */
  readonly scope: string;
  readonly seed: number;
  readonly params: { readonly [name: string]: Json };
  /** Ids of the nodes to run; all where absent. */
  readonly selected?: ReadonlySet<string>;
  /** Ids of the nodes that are computed again though their results are kept. */
  readonly fresh?: ReadonlySet<string> | 'all';
  /** Of this graph. */
  readonly pins?: GraphPins;
  /** Of the document's definitions, by their ids. */
  readonly innerPins?: ReadonlyMap<string, GraphPins>;
}

/** The kept results of a graph's pinned nodes, by node id. */
export type GraphPins = ReadonlyMap<string, Pin>;

/** The kept results of a document's pinned nodes. What is pinned in a definition holds in each use of it. */
export interface Pins {
  readonly top: GraphPins;
  /** By definition. */
  readonly inner: ReadonlyMap<string, GraphPins>;
}

/** A result that a node has whatever it would be now. */
export interface Pin {
  /** What decided it when it was pinned; what comes after hangs on it. */
  readonly key: string;
  readonly result: {
    readonly kind: 'outputs';
    readonly outputs: { readonly [port: string]: Value };
    readonly rows?: number;
    readonly notes?: readonly Note[];
  };
}

/** Where a value comes from: an output of an earlier step, or what the caller of a definition gave. */
export type Wire = { readonly step: number; readonly port: string } | { readonly given: string };

export interface PlannedInput {
  readonly name: string;
  readonly port: Port;
  /** One wire, or several in the document's order where the port takes many; none where it is optional. */
  readonly wires: readonly Wire[];
}

export interface Step {
  /** Place in `steps`. */
  readonly index: number;
  /** Scope path and node id joined by '/'. */
  readonly id: string;
  readonly nodeId: string;
  readonly definition: NodeDefinition;
  readonly kind: NodeKind;
  /** Resolved, complete with defaults, frozen. */
  readonly params: { readonly [name: string]: Json };
  readonly inputs: readonly PlannedInput[];
  readonly outputs: Ports;
  /** Steps that this one takes something from, each once. */
  readonly producers: readonly number[];
  /** Steps that take something from this one, each once. */
  readonly dependents: readonly number[];
  readonly seed: number;
  /** Uses tensors, itself or in a definition that it runs: its key names the backend. */
  readonly tensors: boolean;
  /** What the key says besides the inputs' keys and the backend. */
  readonly identity: Identity;
  /** Computed again though its result is kept. */
  readonly fresh: boolean;
  /** Its result is this one; it has no inputs then. */
  readonly pin?: Pin;
  /** It is pinned to a result that is not kept here. */
  readonly pinLost: boolean;
}

/**
 * What decides a step's result besides its inputs, part by part, so that "why did it run" can name the part. Long
 * texts stand by their hash.
 */
export interface Identity {
  readonly type: string;
  /** Type version, implementation and engine semantics. */
  readonly version: string;
  readonly params: { readonly [name: string]: string };
  /** The data sets named in the params, by their place there. Their names are for people: only the hash counts. */
  readonly sources: { readonly [path: string]: DatasetRef };
  /** Where it draws random numbers. */
  readonly seed?: number;
  /** Where it uses tensors. */
  readonly backend?: string;
  /** The graph of the definition that a control node runs. */
  readonly definition?: string;
  /** Never read from the cache: it changes the outside world, or runs something that does. */
  readonly effect: boolean;
}

/** What a graph gives by name: the outputs of a definition. */
export interface PlannedOutput {
  readonly name: string;
  readonly wire: { readonly step: number; readonly port: string };
}

export interface Planned {
  readonly steps: readonly Step[];
  /** Step ids of nodes left out, because they are not selected. */
  readonly unselected: readonly string[];
  readonly outputs: readonly PlannedOutput[];
  readonly setting: GraphSetting;
}
