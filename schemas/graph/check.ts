import { EsteiraError } from '../errors.ts';
import type { Edge } from '../types.ts';
import { portTypes, type Arriving, type PortTypes } from './portTypes.ts';
import {
  cycleWay,
  endTexts,
  missingPort,
  nameOf,
  portNumber,
  portOf,
  prepare,
  type Prepared,
} from './prepare.ts';
import { nodeTitle, type Graph, type PortLookup } from './types.ts';

/** Where a graph stands in its document, and what reaches its inputs from outside. */
export type Surroundings = {
  /** JSON Pointer of the graph; the whole document by default. */
  readonly path?: string;
  readonly arriving?: readonly Arriving[];
};

/**
 * Everything that is wrong with a graph's wiring, kind by kind and each in the document's order:
 * ids, types that are not known, wires (ends, types, inputs wired twice), inputs not wired, a cycle.
 */
export function checkGraph(
  graph: Graph,
  lookup: PortLookup,
  surroundings: Surroundings = {},
): readonly EsteiraError[] {
  return checkPrepared(prepare(graph, lookup), surroundings);
}

export function checkPrepared(
  prepared: Prepared,
  { path = '', arriving = [] }: Surroundings,
): readonly EsteiraError[] {
  const types = portTypes(prepared, arriving);
  const wired = new Uint8Array(prepared.portCount.inputs);
  for (const { to } of arriving) wired[portNumber(prepared, 'inputs', to)] = 1;
  return [
    ...checkNodes(prepared, path),
    ...checkEdges(prepared, types, wired, path),
    ...checkInputs(prepared, wired, path),
    ...checkCycle(prepared, path),
  ];
}

function checkNodes({ graph, adjacency, ports }: Prepared, path: string): EsteiraError[] {
  const errors: EsteiraError[] = [];
  graph.nodes.forEach(({ id }, index) => {
    const known = ports[index];
    const at = `${path}/nodes/${index}`;
    if (adjacency.indexOf.get(id) !== index) {
      errors.push(new EsteiraError('node-id-repeated', { id }, { node: id, path: `${at}/id` }));
    } else if (known instanceof EsteiraError) {
      errors.push(located(known, { node: id, path: at }));
    }
  });
  return errors;
}

/** Marks in `wired` what it finds wired. */
function checkEdges(
  prepared: Prepared,
  types: PortTypes,
  wired: Uint8Array,
  path: string,
): EsteiraError[] {
  const { graph, ends, portCount } = prepared;
  const errors: EsteiraError[] = [];
  const seen = new Set<number | string>();
  graph.edges.forEach((edge, index) => {
    const input = ends.inputs[index] ?? -1;
    const output = ends.outputs[index] ?? -1;
    const where = (): Where => ({ node: edge.to.node, path: `${path}/edges/${index}` });
    const isWhole = input >= 0 && output >= 0;
    const id = isWhole ? output * portCount.inputs + input : edgeText(edge);
    if (seen.has(id)) {
      errors.push(new EsteiraError('edge-repeated', endTexts(prepared, edge), where()));
      return;
    }
    seen.add(id);
    if (!isWhole) errors.push(...looseEnds(prepared, edge, where()));
    const conflict = types.conflicts.get(index);
    if (conflict !== undefined) {
      const params = { ...endTexts(prepared, edge), ...conflict };
      errors.push(new EsteiraError('port-types-differ', params, where()));
    }
    if (input < 0) return;
    if (wired[input] === 1 && portOf(prepared, 'inputs', edge.to)?.many !== true) {
      const params = { name: nameOf(prepared, edge.to.node), port: edge.to.port };
      errors.push(new EsteiraError('input-wired-twice', params, where()));
    }
    wired[input] = 1;
  });
  return errors;
}

type Where = { readonly node: string; readonly path: string };

function edgeText({ from, to }: Edge): string {
  return `${from.node}.${from.port}>${to.node}.${to.port}`;
}

function looseEnds(prepared: Prepared, edge: Edge, where: Where): EsteiraError[] {
  const errors: EsteiraError[] = [];
  for (const [side, ref] of [
    ['outputs', edge.from],
    ['inputs', edge.to],
  ] as const) {
    const missing = missingPort(prepared, side, ref);
    if (!prepared.adjacency.indexOf.has(ref.node)) {
      const params = { ...endTexts(prepared, edge), id: ref.node };
      errors.push(new EsteiraError('edge-node-unknown', params, where));
    } else if (missing !== undefined) {
      errors.push(new EsteiraError('edge-port-unknown', { ...missing, port: ref.port }, where));
    }
  }
  return errors;
}

function checkInputs(prepared: Prepared, wired: Uint8Array, path: string): EsteiraError[] {
  const { graph, adjacency, ports, firstPort } = prepared;
  const errors: EsteiraError[] = [];
  graph.nodes.forEach((node, index) => {
    const known = ports[index];
    const isSecond = adjacency.indexOf.get(node.id) !== index;
    if (known === undefined || known instanceof EsteiraError || isSecond) return;
    known.inputs.forEach((input, place) => {
      const number = (firstPort.inputs[index] ?? 0) + place;
      if (input.required === false || wired[number] === 1) return;
      const params = { name: nodeTitle(node), port: input.name };
      const where = { node: node.id, path: `${path}/nodes/${index}` };
      errors.push(new EsteiraError('input-not-wired', params, where));
    });
  });
  return errors;
}

function checkCycle(prepared: Prepared, path: string): EsteiraError[] {
  const { cycle } = prepared.ordering;
  if (cycle === undefined) return [];
  const where = { node: cycle[0], path: `${path}/edges` };
  return [new EsteiraError('graph-cycle', { way: cycleWay(prepared, cycle) }, where)];
}

function located(error: EsteiraError, where: Where): EsteiraError {
  const { code, params, kind, node = where.node, path = where.path } = error;
  return new EsteiraError(code as `${string}.${string}`, params, { kind, node, path });
}
