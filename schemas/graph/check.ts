import { EsteiraError } from '../errors.ts';
import type { Edge, PortRef, PortType } from '../types.ts';
import { cycleText, portText } from './describeGraph.ts';
import { portOf, prepare, type Prepared } from './prepare.ts';
import { edgeId, nodeName, portKey, typesFit, type Graph, type PortLookup } from './types.ts';

/** Where a graph stands in its document, and what reaches its inputs from outside. */
export type Surroundings = {
  /** JSON Pointer of the graph; the whole document by default. */
  readonly path?: string;
  /** A definition's inputs: each port of the graph that one leads to, with its type. */
  readonly arriving?: readonly { readonly to: PortRef; readonly type: PortType }[];
};

/**
 * Everything that is wrong with a graph's wiring, in the order of the document: ids, types that are
 * not known, ends of wires, types of wires, inputs wired twice or not at all, one cycle.
 */
export function checkGraph(
  graph: Graph,
  lookup: PortLookup,
  surroundings: Surroundings = {},
): readonly EsteiraError[] {
  const { path = '', arriving = [] } = surroundings;
  const outside = new Map(arriving.map(({ to, type }) => [portKey(to), type]));
  const prepared = prepare(graph, lookup, outside);
  return [
    ...checkNodes(prepared, path),
    ...checkEdges(
      prepared,
      path,
      arriving.map(({ to }) => portKey(to)),
    ),
    ...checkInputs(prepared, path, new Set(outside.keys())),
    ...checkCycle(prepared, path),
  ];
}

function* checkNodes({ graph, ports }: Prepared, path: string): Iterable<EsteiraError> {
  const seen = new Set<string>();
  for (const [index, { id }] of graph.nodes.entries()) {
    const where = { node: id, path: `${path}/nodes/${index}` };
    if (seen.has(id)) {
      yield new EsteiraError('node-id-repeated', { id }, { ...where, path: `${where.path}/id` });
    }
    seen.add(id);
    const known = ports.get(id);
    if (known instanceof EsteiraError) yield located(known, where);
  }
}

function* checkEdges(
  prepared: Prepared,
  path: string,
  arriving: readonly string[],
): Iterable<EsteiraError> {
  const seen = new Set<string>();
  const wired = new Set(arriving);
  for (const [index, edge] of prepared.graph.edges.entries()) {
    const where = { node: edge.to.node, path: `${path}/edges/${index}` };
    const id = edgeId(edge);
    const ends = { from: portText(prepared, edge.from), to: portText(prepared, edge.to) };
    if (seen.has(id)) {
      yield new EsteiraError('edge-repeated', ends, where);
      continue;
    }
    seen.add(id);
    yield* checkEnds(prepared, edge, ends, where);
    const input = portOf(prepared, 'inputs', edge.to);
    if (input === undefined) continue;
    const key = portKey(edge.to);
    if (wired.has(key) && input.many !== true) {
      const name = nodeName(prepared.nodes.get(edge.to.node) ?? { id: edge.to.node });
      yield new EsteiraError('input-wired-twice', { name, port: input.name }, where);
    }
    wired.add(key);
  }
}

type Where = { readonly node: string; readonly path: string };

function* checkEnds(
  prepared: Prepared,
  edge: Edge,
  ends: { readonly from: string; readonly to: string },
  where: Where,
): Iterable<EsteiraError> {
  let loose = false;
  for (const [ref, side] of [
    [edge.from, 'outputs'],
    [edge.to, 'inputs'],
  ] as const) {
    const node = prepared.nodes.get(ref.node);
    const ports = prepared.ports.get(ref.node);
    if (node === undefined || ports === undefined) {
      loose = true;
      yield new EsteiraError('edge-node-unknown', { ...ends, id: ref.node }, where);
    } else if (!(ports instanceof EsteiraError) && !ports[side].has(ref.port)) {
      loose = true;
      yield new EsteiraError(
        'edge-port-unknown',
        {
          name: nodeName(node),
          side: side === 'inputs' ? 'input' : 'output',
          port: ref.port,
          known: [...ports[side].keys()],
        },
        where,
      );
    }
  }
  if (loose) return;
  const found = prepared.outputTypes.get(portKey(edge.from)) ?? 'any';
  const expected = prepared.inputTypes.get(portKey(edge.to)) ?? 'any';
  if (!typesFit(found, expected) && decides(prepared, edge.to)) {
    yield new EsteiraError('port-types-differ', { ...ends, found, expected }, where);
  }
}

/** An input of type any binds its other wires only where something has the same type as it. */
function decides(prepared: Prepared, ref: PortRef): boolean {
  const input = portOf(prepared, 'inputs', ref);
  const ports = prepared.ports.get(ref.node);
  if (input === undefined || ports === undefined || ports instanceof EsteiraError) return false;
  if (input.type !== 'any' || input.sameAs !== undefined) return true;
  const others = [...ports.inputs.values(), ...ports.outputs.values()];
  return others.some((port) => port.sameAs === input.name);
}

function* checkInputs(
  { graph, ports }: Prepared,
  path: string,
  arriving: ReadonlySet<string>,
): Iterable<EsteiraError> {
  const wired = new Set(graph.edges.map((edge) => portKey(edge.to)));
  for (const [index, node] of graph.nodes.entries()) {
    const known = ports.get(node.id);
    if (known === undefined || known instanceof EsteiraError) continue;
    for (const input of known.inputs.values()) {
      const key = portKey({ node: node.id, port: input.name });
      if (input.required === false || wired.has(key) || arriving.has(key)) continue;
      yield new EsteiraError(
        'input-not-wired',
        { name: nodeName(node), port: input.name },
        { node: node.id, path: `${path}/nodes/${index}` },
      );
    }
  }
}

function checkCycle(prepared: Prepared, path: string): readonly EsteiraError[] {
  const { cycle } = prepared.ordering;
  if (cycle === undefined) return [];
  const where = { node: cycle[0], path: `${path}/edges` };
  return [new EsteiraError('graph-cycle', { nodes: cycleText(prepared, cycle) }, where)];
}

function located(error: EsteiraError, where: Where): EsteiraError {
  const { code, params, kind, node = where.node, path = where.path } = error;
  return new EsteiraError(code as `${string}.${string}`, params, { kind, node, path });
}
