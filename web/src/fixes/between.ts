/**
 * New nodes on wires. Whether one fits is told by the kinds of ports alone, since to draw it takes long in a large graph:
 * that is done once it is chosen. Where a port takes every kind the rest of the graph decides, so there it is tried.
 */
import { EsteiraError } from '#schemas/errors.ts';
import type { Edge, NodeType, PipelineNode, PortRef, PortSpec } from '#schemas/types.ts';
import { insertAfter, insertBetween } from '../canvas/insert.ts';
import { portsOf, type PortSpecs } from '../store/ports.ts';
import { behind, wiresOutOf } from '../store/wiresInto.ts';
import type { Make, Parts } from './fix.ts';

/** In the middle of a wire, drawn or only wished for; undefined where the type does not fit there. */
export function between(type: NodeType, edge: Edge, parts: Parts): Make | undefined {
  return fitting(type, edge.from, [edge.to], parts, () => insertBetween(type, {}, edge, parts));
}

/** Behind an output, before all that it leads to. */
export function after(
  type: NodeType,
  params: PipelineNode['params'],
  from: PortRef,
  parts: Parts,
): Make | undefined {
  const leaving = wiresOutOf(parts.document.edgesById).get(from.node) ?? [];
  const ends = leaving.filter((edge) => edge.from.port === from.port).map(({ to }) => to);
  const first = { inputs: type.inputs.slice(0, 1), outputs: type.outputs.slice(0, 1) };
  return fitting(first, from, ends, parts, () => insertAfter(type, params, from, parts));
}

function fitting(
  { inputs, outputs }: PortSpecs,
  from: PortRef,
  to: readonly PortRef[],
  parts: Parts,
  make: Make,
): Make | undefined {
  const source = portAt(from, 'outputs', parts);
  const ends = to.map((end) => portAt(end, 'inputs', parts));
  if (source === undefined || ends.includes(undefined)) return undefined;
  if ([source, ...ends, ...inputs, ...outputs].some((port) => port?.type === 'any')) {
    const made = make();
    return made && (() => made);
  }
  const gives = (end: PortSpec | undefined): boolean =>
    outputs.some(({ type }) => type === end?.type);
  const isFitting = inputs.some(({ type }) => type === source.type) && ends.every(gives);
  if (!isFitting) return undefined;
  const led = behind(parts.document.edgesById, new Set(to.map(({ node }) => node)));
  return led.has(from.node) ? undefined : make;
}

export function portAt(
  { node: id, port }: PortRef,
  side: keyof PortSpecs,
  { document, catalogue }: Parts,
): PortSpec | undefined {
  const node = document.nodesById.get(id);
  const ports = node && portsOf(catalogue, document, node);
  if (ports === undefined || ports instanceof EsteiraError) return undefined;
  return ports[side].find(({ name }) => name === port);
}
