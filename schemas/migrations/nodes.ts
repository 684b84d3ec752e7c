import { EsteiraError } from '../errors.ts';
import { nodeTitle, type Graph } from '../graph/types.ts';
import type { Definition, Edge, Pipeline, PipelineNode, PortRef } from '../types.ts';
import { migrateNode, type MigratedNode } from './node.ts';
import type { NodeVersions } from './nodeChain.ts';

/** The type that has a name, now or formerly. */
export type FindVersions = (type: string) => NodeVersions | undefined;

export type NodeChange = {
  readonly node: string;
  /** The definition that the node stands in; undefined at the top. */
  readonly definition: string | undefined;
  readonly from: { readonly type: string; readonly version: number };
  readonly to: { readonly type: string; readonly version: number };
};

export type MigratedPipeline = {
  readonly pipeline: Pipeline;
  readonly changes: readonly NodeChange[];
  /** Nodes that stayed as they are, each with the reason. */
  readonly problems: readonly EsteiraError[];
};

/**
 * Every node brought to its type's current version. Nodes that cannot be (not installed, newer,
 * a step that fails) stay untouched as placeholders. Wires follow renamed ports and are never
 * dropped: one that no longer fits stays, for `checkGraph` to point at.
 */
export function migratePipeline(pipeline: Pipeline, find: FindVersions): MigratedPipeline {
  const tally: Tally = { find, changes: [], problems: [] };
  const { nodes, edges } = migrateGraph(pipeline, undefined, tally);
  const definitions = Object.fromEntries(
    Object.entries(pipeline.definitions).map(([id, definition]) => [
      id,
      migrateDefinition(definition, id, tally),
    ]),
  );
  const { changes, problems } = tally;
  if (changes.length === 0) return { pipeline, changes, problems };
  return { pipeline: { ...pipeline, nodes, edges, definitions }, changes, problems };
}

/** What is gathered over the graphs of one pipeline. */
type Tally = {
  readonly find: FindVersions;
  readonly changes: NodeChange[];
  readonly problems: EsteiraError[];
};

function migrateDefinition(definition: Definition, id: string, tally: Tally): Definition {
  const { nodes, edges, renameInput, renameOutput } = migrateGraph(definition, id, tally);
  const inputs = definition.inputs.map((input) => ({ ...input, to: input.to.map(renameInput) }));
  const outputs = definition.outputs.map((output) => ({
    ...output,
    from: renameOutput(output.from),
  }));
  return { ...definition, nodes, edges, inputs, outputs };
}

function migrateGraph(graph: Graph, definition: string | undefined, tally: Tally): RewiredGraph {
  const migrated = new Map<string, MigratedNode>();
  const nodes = graph.nodes.map((node) => {
    const result = migrate(node, tally.find);
    if (result instanceof EsteiraError) {
      tally.problems.push(result);
      return node;
    }
    migrated.set(node.id, result);
    if (result.node !== node) tally.changes.push(change(node, result.node, definition));
    return result.node;
  });
  return rewire(graph.edges, nodes, migrated);
}

type RewiredGraph = Graph & {
  readonly renameInput: (ref: PortRef) => PortRef;
  readonly renameOutput: (ref: PortRef) => PortRef;
};

function rewire(
  edges: readonly Edge[],
  nodes: readonly PipelineNode[],
  migrated: ReadonlyMap<string, MigratedNode>,
): RewiredGraph {
  const rename =
    (side: 'inputs' | 'outputs') =>
    (ref: PortRef): PortRef => {
      const port = migrated.get(ref.node)?.[side].get(ref.port);
      return port === undefined ? ref : { ...ref, port };
    };
  const [renameInput, renameOutput] = [rename('inputs'), rename('outputs')];
  const rewired = edges.map((edge) => ({
    from: renameOutput(edge.from),
    to: renameInput(edge.to),
  }));
  return { nodes, edges: rewired, renameInput, renameOutput };
}

function migrate(node: PipelineNode, find: FindVersions): MigratedNode | EsteiraError {
  const versions = find(node.type);
  if (versions !== undefined) return migrateNode(node, versions);
  const params = { name: nodeTitle(node), type: node.type };
  return new EsteiraError('node-type-unknown', params, { node: node.id });
}

function change(
  before: PipelineNode,
  after: PipelineNode,
  definition: string | undefined,
): NodeChange {
  return {
    node: before.id,
    definition,
    from: { type: before.type, version: before.version },
    to: { type: after.type, version: after.version },
  };
}
