// What differs between two documents, for people and programs that compare them. How a graph is arranged on the
// canvas is left out: it changes nothing of what a pipeline does.
import { canonicalJson } from '../canonical.ts';
import { edgeId } from '../graph.ts';
import type { Definition, Edge, Parameter, Pipeline, PipelineNode, PortRef } from '../types.ts';

export type Changed<T> = { readonly before: T; readonly after: T };

/** A param that one side does not state is undefined there: its default holds. */
export type ParamChange = { readonly name: string } & Changed<unknown>;

export type NodeChange = {
  readonly id: string;
  readonly params: readonly ParamChange[];
  /** What else of the node changed, such as type, version or label. */
  readonly fields: readonly string[];
} & Changed<PipelineNode>;

export type GraphDifference = {
  readonly nodes: {
    readonly added: readonly PipelineNode[];
    readonly removed: readonly PipelineNode[];
    readonly changed: readonly NodeChange[];
  };
  readonly wires: {
    readonly added: readonly Edge[];
    readonly removed: readonly Edge[];
    /** Inputs of several wires that are the same ones in another order. */
    readonly reordered: readonly PortRef[];
  };
};

export type ListDifference<T> = {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly Changed<T>[];
};

export type DefinitionChange = {
  readonly id: string;
  readonly graph: GraphDifference;
  /** What else of the subflow changed, such as name, inputs or parameters. */
  readonly fields: readonly string[];
} & Changed<Definition>;

export type DocumentDifference = GraphDifference & {
  /** Name, description and seed, where they differ. */
  readonly fields: readonly (Changed<unknown> & {
    readonly name: 'name' | 'description' | 'seed';
  })[];
  readonly parameters: ListDifference<Parameter>;
  readonly definitions: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly DefinitionChange[];
  };
};

type Graph = Pick<Pipeline, 'nodes' | 'edges'>;

/** Nodes are the same by their id, parameters by their name, subflows by theirs. */
export function differenceOf(before: Pipeline, after: Pipeline): DocumentDifference {
  const fields = (['name', 'description', 'seed'] as const).flatMap((name) =>
    before[name] === after[name] ? [] : [{ name, before: before[name], after: after[name] }],
  );
  const byName = ({ name }: Parameter): string => name;
  return {
    ...graphDifference(before, after),
    fields,
    parameters: listDifference(before.parameters, after.parameters, byName),
    definitions: definitionDifference(before.definitions, after.definitions),
  };
}

export function isSame(difference: DocumentDifference): boolean {
  const { fields, parameters, definitions } = difference;
  const lists = [fields, ...Object.values(parameters), ...Object.values(definitions)];
  return isSameGraph(difference) && lists.every(({ length }) => length === 0);
}

const isSameGraph = ({ nodes, wires }: GraphDifference): boolean =>
  [...Object.values(nodes), ...Object.values(wires)].every(({ length }) => length === 0);

function graphDifference(before: Graph, after: Graph): GraphDifference {
  const nodes = listDifference(before.nodes, after.nodes, ({ id }) => id);
  return {
    nodes: { ...nodes, changed: nodes.changed.flatMap(nodeChange) },
    wires: wireDifference(before.edges, after.edges),
  };
}

/** What is told elsewhere, or says nothing of what a node or a subflow does. */
const notOfNode: ReadonlySet<string> = new Set(['id', 'params', 'position']);
const notOfDefinition: ReadonlySet<string> = new Set(['nodes', 'edges', 'notes']);

function nodeChange({ before, after }: Changed<PipelineNode>): NodeChange[] {
  const params = changedKeys(before.params, after.params).map((name) => ({
    name,
    before: own(before.params, name),
    after: own(after.params, name),
  }));
  const fields = changedKeys(before, after).filter((name) => !notOfNode.has(name));
  if (params.length + fields.length === 0) return [];
  return [{ id: after.id, before, after, params, fields }];
}

function wireDifference(before: readonly Edge[], after: readonly Edge[]): GraphDifference['wires'] {
  const [was, is] = [before, after].map((edges) => new Set(edges.map(edgeId)));
  const order = arrivals(before);
  const reordered = [...arrivals(after)].flatMap(([port, { to, ids }]) => {
    const kept = ids.filter((id) => was!.has(id));
    const earlier = (order.get(port)?.ids ?? []).filter((id) => is!.has(id));
    return kept.some((id, at) => id !== earlier[at]) ? [to] : [];
  });
  return {
    added: after.filter((edge) => !was!.has(edgeId(edge))),
    removed: before.filter((edge) => !is!.has(edgeId(edge))),
    reordered,
  };
}

type Arrival = { readonly to: PortRef; readonly ids: string[] };

/** The wires into each input, in their order. */
function arrivals(edges: readonly Edge[]): ReadonlyMap<string, Arrival> {
  const ports = new Map<string, Arrival>();
  for (const edge of edges) {
    const { to } = edge;
    const port = `${to.node}.${to.port}`;
    const arrival = ports.get(port) ?? { to, ids: [] };
    arrival.ids.push(edgeId(edge));
    ports.set(port, arrival);
  }
  return ports;
}

function definitionDifference(
  before: Pipeline['definitions'],
  after: Pipeline['definitions'],
): DocumentDifference['definitions'] {
  const changed = Object.entries(after).flatMap(([id, now]) => {
    const was = own(before, id) as Definition | undefined;
    if (was === undefined) return [];
    const graph = graphDifference(was, now);
    const fields = changedKeys(was, now).filter((name) => !notOfDefinition.has(name));
    if (isSameGraph(graph) && fields.length === 0) return [];
    return [{ id, graph, fields, before: was, after: now }];
  });
  return {
    added: Object.keys(after).filter((id) => !Object.hasOwn(before, id)),
    removed: Object.keys(before).filter((id) => !Object.hasOwn(after, id)),
    changed,
  };
}

function listDifference<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): ListDifference<T> {
  const [was, is] = [before, after].map((items) => new Map(items.map((one) => [keyOf(one), one])));
  const changed = after.flatMap((now) => {
    const then = was!.get(keyOf(now));
    return then === undefined || same(then, now) ? [] : [{ before: then, after: now }];
  });
  return {
    added: after.filter((item) => !was!.has(keyOf(item))),
    removed: before.filter((item) => !is!.has(keyOf(item))),
    changed,
  };
}

function changedKeys(before: object, after: object): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !same(own(before, name), own(after, name)));
}

const own = (from: object, name: string): unknown =>
  Object.hasOwn(from, name) ? (from as Readonly<Record<string, unknown>>)[name] : undefined;

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return canonicalJson(a) === canonicalJson(b);
}
