import { connections, edgeId, nodeName, type Verdict } from '#schemas/graph.ts';
import { EsteiraError } from '#schemas/errors.ts';
import type { Edge, PipelineNode, PortRef, PortSpec, PortType } from '#schemas/types.ts';
import { applyChange, difference } from '../change.ts';
import { portLookup, portsOf } from '../ports.ts';
import type { CatalogueSlice, DocumentSlice } from '../state.ts';
import { wiresInto } from '../wiresInto.ts';
import { additions, removals, replaceNodes } from './nodes.ts';
import type { Command } from './command.ts';

type Graph = Pick<DocumentSlice, 'nodesById' | 'edgesById' | 'definitions'>;

/** Judges many pairs of one graph; an input that takes one wire counts as free, since a new wire replaces the old. */
export function judge(
  document: Graph,
  catalogue: Pick<CatalogueSlice, 'types'>,
): (from: PortRef, to: PortRef) => Verdict {
  const lookup = portLookup(catalogue, document);
  const all = [...document.edgesById.values()];
  const nodes = [...document.nodesById.values()];
  const whole = connections({ nodes, edges: all }, lookup);
  return (from, to) => {
    const verdict = whole(from, to);
    if (verdict.ok || verdict.reason.code !== 'input-wired-twice') return verdict;
    const edges = all.filter((edge) => !endsAt(edge, to));
    return connections({ nodes, edges }, lookup)(from, to);
  };
}

const endsAt = (edge: Edge, { node, port }: PortRef): boolean =>
  edge.to.node === node && edge.to.port === port;

/** Adds a wire; one that stood at an input for a single wire goes. Undefined where it is refused. */
export function connect(
  document: DocumentSlice,
  catalogue: Pick<CatalogueSlice, 'types'>,
  edge: Edge,
): Command | undefined {
  if (!judge(document, catalogue)(edge.from, edge.to).ok) return undefined;
  const replaced = takesMany(document, catalogue, edge.to)
    ? []
    : [...document.edgesById].flatMap(([id, each]) => (endsAt(each, edge.to) ? [id] : []));
  const next = applyChange(document, removals(document, new Set(), new Set(replaced)));
  const wired = applyChange(next, additions(next, [], [edge]));
  const name = replaced.length > 0 ? 'reconnect' : 'connect';
  return { name, about: {}, change: difference(document, wired) };
}

/** Takes an end of a wire to another port. */
export function reconnect(
  document: DocumentSlice,
  catalogue: Pick<CatalogueSlice, 'types'>,
  old: string,
  edge: Edge,
): Command | undefined {
  if (old === edgeId(edge)) return undefined;
  const next = applyChange(document, removals(document, new Set(), new Set([old])));
  const added = connect(next, catalogue, edge);
  if (added === undefined) return undefined;
  const change = difference(document, applyChange(next, added.change));
  return { name: 'reconnect', about: {}, change };
}

/** A new node with a wire at one of its ports, as one step. */
export function addConnected(
  document: DocumentSlice,
  catalogue: Pick<CatalogueSlice, 'types'>,
  node: PipelineNode,
  edge: Edge,
): Command | undefined {
  const next = applyChange(document, additions(document, [node]));
  const wired = connect(next, catalogue, edge);
  if (wired === undefined) return undefined;
  return {
    name: 'add-connected',
    about: { node: nodeName(node) },
    change: difference(document, applyChange(next, wired.change)),
    select: [node.id],
  };
}

/** Puts a node, new or unwired, into the middle of a wire. Undefined where it does not fit. */
export function insertOnEdge(
  document: DocumentSlice,
  catalogue: Pick<CatalogueSlice, 'types'>,
  node: PipelineNode,
  id: string,
): Command | undefined {
  const edge = document.edgesById.get(id);
  return edge && leadThrough(document, catalogue, node, edge);
}

/**
 * Leads a wire, drawn or only wished for, through a node that is new or unwired. What else the node must have comes from
 * the nearest node above that gives it. Undefined where it does not fit.
 */
export function leadThrough(
  document: DocumentSlice,
  catalogue: Pick<CatalogueSlice, 'types'>,
  node: PipelineNode,
  edge: Edge,
): Command | undefined {
  const ports = portsOf(catalogue, document, node);
  if (ports instanceof EsteiraError) return undefined;
  const isNew = !document.nodesById.has(node.id);
  const placed = isNew
    ? additions(document, [node])
    : replaceNodes(document, [node.id], () => node);
  const withNode = applyChange(document, placed);
  const next = applyChange(withNode, removals(withNode, new Set(), new Set([edgeId(edge)])));
  for (const input of ports.inputs) {
    const into = connect(next, catalogue, {
      from: edge.from,
      to: { node: node.id, port: input.name },
    });
    if (into === undefined) continue;
    const half = applyChange(next, into.change);
    for (const output of ports.outputs) {
      const from = { node: node.id, port: output.name };
      const out = connect(half, catalogue, { from, to: edge.to });
      if (out === undefined) continue;
      const others = ports.inputs.filter((port) => port.required && port.type !== input.type);
      const whole = others.reduce(
        (wired, port) => fedFromAbove(wired, catalogue, edge.from.node, node.id, port),
        applyChange(half, out.change),
      );
      const about = { node: nodeName(node) };
      const change = difference(document, whole);
      return { name: 'insert-node', about, change, select: [node.id] };
    }
  }
  return undefined;
}

/** With a wire into a port from the nearest output of its kind that leads to `start`; as it is where there is none. */
function fedFromAbove(
  document: DocumentSlice,
  catalogue: Pick<CatalogueSlice, 'types'>,
  start: string,
  node: string,
  { name: port, type }: Pick<PortSpec, 'name' | 'type'>,
): DocumentSlice {
  const into = wiresInto(document.edgesById);
  const above = new Set([start]);
  // A set grows while it is walked.
  for (const at of above) {
    for (const { from } of into.get(at) ?? []) {
      if (above.has(from.node)) continue;
      above.add(from.node);
      if (outputType(document, catalogue, from) !== type) continue;
      const wired = connect(document, catalogue, { from, to: { node, port } });
      return wired === undefined ? document : applyChange(document, wired.change);
    }
  }
  return document;
}

function outputType(
  document: DocumentSlice,
  catalogue: Pick<CatalogueSlice, 'types'>,
  { node: id, port }: PortRef,
): PortType | undefined {
  const node = document.nodesById.get(id);
  const ports = node && portsOf(catalogue, document, node);
  if (ports === undefined || ports instanceof EsteiraError) return undefined;
  return ports.outputs.find(({ name }) => name === port)?.type;
}

/** Deletes nodes and joins what led into each to what led out of it, where that fits. */
export function deleteHealing(
  document: DocumentSlice,
  catalogue: Pick<CatalogueSlice, 'types'>,
  nodeIds: ReadonlySet<string>,
  edgeIds: ReadonlySet<string> = new Set(),
): Command {
  const change = removals(document, nodeIds, edgeIds);
  const feeds = new Map<string, PortRef[]>();
  for (const { before } of change.edges) {
    if (before === undefined || !nodeIds.has(before.to.node)) continue;
    feeds.set(before.to.node, [...(feeds.get(before.to.node) ?? []), before.from]);
  }
  const isChosen = (id: string): boolean => edgeIds.has(id);
  const leaving = change.edges.filter(
    ({ id, before }) => before && !isChosen(id) && !nodeIds.has(before.to.node),
  );
  const cut = applyChange(document, change);
  const healed = leaving.reduce((next, { before }) => {
    const source = before && sourceOf(before.from.node, feeds, nodeIds);
    if (before === undefined || source === undefined) return next;
    const wire = connect(next, catalogue, { from: source, to: before.to });
    return wire === undefined ? next : applyChange(next, wire.change);
  }, cut);
  const isWires = change.nodes.length === 0;
  return {
    name: isWires ? 'disconnect' : healed === cut ? 'delete' : 'delete-heal',
    about: { count: isWires ? change.edges.length : change.nodes.length },
    change: difference(document, healed),
    select: [],
  };
}

/** What fed a node that goes, through others that go, where exactly one wire did. */
function sourceOf(
  id: string,
  feeds: ReadonlyMap<string, readonly PortRef[]>,
  gone: ReadonlySet<string>,
): PortRef | undefined {
  let at = id;
  for (let steps = 0; steps <= gone.size; steps += 1) {
    const [source, another] = feeds.get(at) ?? [];
    if (source === undefined || another !== undefined) return undefined;
    if (!gone.has(source.node)) return source;
    at = source.node;
  }
  return undefined;
}

function takesMany(
  { nodesById, definitions }: Graph,
  catalogue: Pick<CatalogueSlice, 'types'>,
  { node: id, port: name }: PortRef,
): boolean {
  const node = nodesById.get(id);
  const ports = node && portsOf(catalogue, { definitions }, node);
  if (ports === undefined || ports instanceof EsteiraError) return false;
  return ports.inputs.find((port) => port.name === name)?.many === true;
}
