/** The columns on every wire before anything runs, and what is wrong where they cannot be told. */
import { EsteiraError, fromThrown } from '#schemas/errors.ts';
import { topologicalOrder } from '#schemas/graph.ts';
import type { Json, Pipeline, TableSchema } from '#schemas/types.ts';
import type { Catalogue, Definitions } from './catalogue.ts';
import { giveParameters } from './parameters.ts';
import { innerParams, prepareNode, type PreparedNode } from './planNodes.ts';
import type { Graph } from './planned.ts';
import type { RecipesPort } from './ports.ts';
import { askNode, isSchema, type Arrived, type Shape, type Shapes } from './shapes.ts';

export interface Foreseen {
  /** By step id, then by output port; absent where only a run can tell. */
  readonly schemas: ReadonlyMap<string, ReadonlyMap<string, TableSchema>>;
  /** By step id; nodes without problems are absent. Wiring is judged by the rules of graphs, not here. */
  readonly problems: ReadonlyMap<string, readonly EsteiraError[]>;
}

export interface Known {
  /** By step id: what sources hold, or what a run gave last, where a node cannot say it by itself. */
  readonly schemas?: ReadonlyMap<string, TableSchema>;
  /** Those of `schemas` that count whatever the node would say: its result is pinned. */
  readonly pinned?: ReadonlySet<string>;
  /** Values of the pipeline's parameters. */
  readonly params?: { readonly [name: string]: Json };
}

export function propagate(
  document: Pipeline,
  catalogue: Catalogue,
  recipes: Pick<RecipesPort, 'declared'>,
  known: Known = {},
): Foreseen {
  const { definitions } = document;
  const schemas = new Map<string, ReadonlyMap<string, TableSchema>>();
  const problems = new Map<string, readonly EsteiraError[]>();
  const world: World = { catalogue, definitions, recipes, known, schemas, problems };
  foreseeGraph(document, '', known.params ?? {}, new Map(), world);
  return { schemas, problems };
}

interface World {
  readonly catalogue: Catalogue;
  readonly definitions: Definitions;
  readonly recipes: Pick<RecipesPort, 'declared'>;
  readonly known: Known;
  readonly schemas: Map<string, ReadonlyMap<string, TableSchema>>;
  readonly problems: Map<string, readonly EsteiraError[]>;
}

type Params = { readonly [name: string]: Json };

/** Gives the shapes of a definition's outputs. Nodes on a cycle, or behind one, stay unknown. */
function foreseeGraph(
  graph: Graph,
  scope: string,
  params: Params,
  given: Shapes,
  world: World,
): Shapes {
  const parameters = giveParameters(graph.parameters, params);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const found = new Map<string, Shapes>();
  const wires = wiresInto(graph, given, found);
  for (const id of topologicalOrder(graph).order) {
    const step = scope === '' ? id : `${scope}/${id}`;
    const prepared = prepareNode(nodes.get(id)!, { ...world, parameters });
    if (prepared instanceof EsteiraError) {
      world.problems.set(step, [prepared]);
      continue;
    }
    const ports = Object.keys(prepared.inputs);
    const arrived = new Map(ports.map((port) => [port, wires(id, port)]));
    const shapes = foreseeNode(prepared, step, arrived, world);
    found.set(id, shapes);
    world.schemas.set(step, new Map([...shapes].filter(isTable)));
  }
  return new Map(
    (graph.outputs ?? []).flatMap(({ name, from }) => {
      const shape = found.get(from.node)?.get(from.port);
      return shape ? [[name, shape] as const] : [];
    }),
  );
}

const isTable = (entry: [string, unknown]): entry is [string, TableSchema] => isSchema(entry[1]);

function foreseeNode(prepared: PreparedNode, step: string, arrived: Arrived, world: World): Shapes {
  const shapes = new Map<string, Shape>();
  if (prepared.errors.length > 0) world.problems.set(step, prepared.errors);
  else {
    try {
      const asked = ask(prepared, step, arrived, world);
      for (const [port, shape] of asked) shapes.set(port, shape);
    } catch (thrown) {
      world.problems.set(step, [fromThrown(thrown, { node: prepared.node.id })]);
    }
  }
  const { outputs } = prepared;
  const first = Object.keys(outputs).find((port) => outputs[port]!.type === 'table');
  const known = world.known.schemas?.get(step);
  const counts = first !== undefined && (!shapes.has(first) || world.known.pinned?.has(step));
  if (known && counts) shapes.set(first, known);
  return shapes;
}

function ask(prepared: PreparedNode, step: string, arrived: Arrived, world: World): Shapes {
  const { entry, params, runs } = prepared;
  // A node with the definition's own ports hands its inputs to the definition as they are.
  if (runs === undefined || !entry.definition.ports)
    return askNode(prepared, arrived, world.recipes);
  const given = new Map(
    [...arrived].flatMap(([port, [shape]]) => (shape ? [[port, shape] as const] : [])),
  );
  return foreseeGraph(world.definitions[runs]!, step, innerParams(params), given, world);
}

/** What stands on the wires into a port, in their order; undefined for a wire of which nothing is known. */
function wiresInto(
  { edges, inputs = [] }: Graph,
  given: Shapes,
  found: ReadonlyMap<string, Shapes>,
) {
  const key = (end: { node: string; port: string }) => `${end.node}.${end.port}`;
  const wires = new Map<string, (() => Shape | undefined)[]>();
  const add = (to: { node: string; port: string }, shape: () => Shape | undefined) => {
    const list = wires.get(key(to));
    if (list) list.push(shape);
    else wires.set(key(to), [shape]);
  };
  for (const { name, to } of inputs) for (const end of to) add(end, () => given.get(name));
  for (const { from, to } of edges) add(to, () => found.get(from.node)?.get(from.port));
  return (node: string, port: string) => (wires.get(key({ node, port })) ?? []).map((get) => get());
}
