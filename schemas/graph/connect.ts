import { EsteiraError } from '../errors.ts';
import type { PortRef, PortType } from '../types.ts';
import { cycleText, portText } from './describeGraph.ts';
import { portOf, prepare, type Prepared } from './prepare.ts';
import { reach, shortestWay } from './reach.ts';
import { edgeId, nodeName, portKey, typesFit, type Graph, type PortLookup } from './types.ts';

/** Whether a wire may be drawn, and if not, why in words. */
export type Verdict =
  | { readonly ok: true; readonly reason?: undefined }
  | { readonly ok: false; readonly reason: EsteiraError };

const yes: Verdict = { ok: true };

/** Whether a wire from an output to an input may be added to the graph. */
export function canConnect(graph: Graph, lookup: PortLookup, from: PortRef, to: PortRef): Verdict {
  return connections(graph, lookup)(from, to);
}

/**
 * The same question for many pairs of one graph, as while a wire is dragged: the graph is prepared
 * once, and what lies upstream of an output is looked up once per node.
 */
export function connections(
  graph: Graph,
  lookup: PortLookup,
): (from: PortRef, to: PortRef) => Verdict {
  const prepared = prepare(graph, lookup);
  const wires = new Set(graph.edges.map(edgeId));
  const wired = new Set(graph.edges.map((edge) => portKey(edge.to)));
  const before = new Map<string, ReadonlySet<string>>();
  return (from, to) => {
    const missing = missingPort(prepared, from, 'outputs') ?? missingPort(prepared, to, 'inputs');
    if (missing !== undefined) return no(missing);
    const edge = { from: portText(prepared, from), to: portText(prepared, to) };
    if (wires.has(edgeId({ from, to }))) return no(new EsteiraError('edge-repeated', edge));
    const input = portOf(prepared, 'inputs', to);
    if (input?.many !== true && wired.has(portKey(to))) {
      return no(new EsteiraError('input-wired-twice', { name: nameOf(to.node), port: to.port }));
    }
    const found = prepared.outputTypes.get(portKey(from)) ?? 'any';
    const expected = neededType(prepared, to, found);
    if (expected !== undefined) {
      return no(new EsteiraError('port-types-differ', { ...edge, found, expected }));
    }
    const above = before.get(from.node) ?? upstreamOf(from.node);
    before.set(from.node, above);
    return above.has(to.node) ? no(cycle(from, to)) : yes;
  };

  function nameOf(id: string): string {
    return nodeName(prepared.nodes.get(id) ?? { id });
  }

  function upstreamOf(id: string): ReadonlySet<string> {
    return reach(prepared.adjacency, prepared.adjacency.previous, [id]);
  }

  function cycle(from: PortRef, to: PortRef): EsteiraError {
    const way = shortestWay(prepared.adjacency, to.node, from.node) ?? [];
    return new EsteiraError('graph-cycle', { nodes: cycleText(prepared, way) });
  }
}

function no(reason: EsteiraError): Verdict {
  return { ok: false, reason };
}

function missingPort(
  prepared: Prepared,
  ref: PortRef,
  side: 'inputs' | 'outputs',
): EsteiraError | undefined {
  const node = prepared.nodes.get(ref.node);
  if (node === undefined) return new EsteiraError('node-unknown', { id: ref.node });
  const ports = prepared.ports.get(ref.node);
  if (ports === undefined || ports instanceof EsteiraError) return ports;
  if (ports[side].has(ref.port)) return undefined;
  return new EsteiraError('edge-port-unknown', {
    name: nodeName(node),
    side: side === 'inputs' ? 'input' : 'output',
    port: ref.port,
    known: [...ports[side].keys()],
  });
}

/**
 * The type that is needed where `found` does not fit: at the input itself, or further on, where the
 * input only hands its type over to an output that is wired already.
 */
function neededType(prepared: Prepared, to: PortRef, found: PortType): PortType | undefined {
  const seen = new Set<string>();
  const left: PortRef[] = [to];
  for (let ref = left.pop(); ref !== undefined; ref = left.pop()) {
    if (seen.has(portKey(ref))) continue;
    seen.add(portKey(ref));
    const input = portOf(prepared, 'inputs', ref);
    const ports = prepared.ports.get(ref.node);
    if (input === undefined || ports === undefined || ports instanceof EsteiraError) continue;
    const { node } = ref;
    const group = input.sameAs ?? input.name;
    const shares = [...ports.inputs.values(), ...ports.outputs.values()].some(
      (port) => port.sameAs === group,
    );
    const type = shares ? prepared.inputTypes.get(portKey(ref)) : input.type;
    if (type !== undefined && !typesFit(found, type)) return type;
    if (input.type !== 'any') continue;
    for (const edge of prepared.graph.edges) {
      const output = edge.from.node === node ? ports.outputs.get(edge.from.port) : undefined;
      if (output?.type === 'any' && output.sameAs === group) left.push(edge.to);
    }
  }
  return undefined;
}
