import { EsteiraError } from '../errors.ts';
import type { PortRef } from '../types.ts';
import { portTypes } from './portTypes.ts';
import {
  cycleWay,
  endTexts,
  missingPort,
  nameOf,
  portNumber,
  portOf,
  prepare,
  type Ends,
  type Prepared,
  type Side,
} from './prepare.ts';
import { reach, shortestWay } from './reach.ts';
import { typesFit, type Graph, type PortLookup } from './types.ts';

/** Whether a wire may be drawn, and if not, why in words. */
export type Verdict =
  | { readonly ok: true; readonly reason?: undefined }
  | { readonly ok: false; readonly reason: EsteiraError };

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
  const types = portTypes(prepared);
  const { inputs, outputs } = prepared.ends;
  const wired = new Set(inputs);
  const wires = new Set(graph.edges.map((_, edge) => `${outputs[edge]} ${inputs[edge]}`));
  const before = new Map<string, ReadonlySet<string>>();

  return (from, to) => {
    const missing = whyMissing(prepared, 'outputs', from) ?? whyMissing(prepared, 'inputs', to);
    if (missing !== undefined) return no(() => missing);
    const output = portNumber(prepared, 'outputs', from);
    const input = portNumber(prepared, 'inputs', to);
    const ends = (): Ends => endTexts(prepared, { from, to });
    if (wires.has(`${output} ${input}`)) return no(() => new EsteiraError('edge-repeated', ends()));
    if (wired.has(input) && !takesMany(prepared, to)) {
      const params = { name: nameOf(prepared, to.node), port: to.port };
      return no(() => new EsteiraError('input-wired-twice', params));
    }
    const found = types.outputs[output] ?? 'any';
    const expected = types.inputs[input] ?? 'any';
    if (!typesFit(found, expected)) {
      return no(() => new EsteiraError('port-types-differ', { ...ends(), found, expected }));
    }
    const above = before.get(from.node) ?? upstreamOf(prepared, from.node);
    before.set(from.node, above);
    return above.has(to.node) ? no(() => circle(prepared, from, to)) : { ok: true };
  };
}

/** The words are made when somebody asks for them: most refusals only dim a port. */
function no(reason: () => EsteiraError): Verdict {
  return {
    ok: false,
    get reason() {
      return reason();
    },
  };
}

function circle(prepared: Prepared, from: PortRef, to: PortRef): EsteiraError {
  const way = shortestWay(prepared.adjacency, to.node, from.node) ?? [];
  return new EsteiraError('graph-cycle', { way: cycleWay(prepared, way) });
}

function takesMany(prepared: Prepared, to: PortRef): boolean {
  return portOf(prepared, 'inputs', to)?.many === true;
}

function upstreamOf({ adjacency }: Prepared, id: string): ReadonlySet<string> {
  return reach(adjacency, adjacency.previous, [id]);
}

function whyMissing(prepared: Prepared, side: Side, ref: PortRef): EsteiraError | undefined {
  const node = prepared.adjacency.indexOf.get(ref.node);
  if (node === undefined) return new EsteiraError('node-unknown', { id: ref.node });
  const known = prepared.ports[node];
  if (known instanceof EsteiraError) return known;
  const missing = missingPort(prepared, side, ref);
  if (missing === undefined) return undefined;
  return new EsteiraError('edge-port-unknown', { ...missing, port: ref.port });
}
