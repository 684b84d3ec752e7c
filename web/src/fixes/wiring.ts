/** What can be done about wires: taken away, drawn, led through a node between. */
import { edgeId } from '#schemas/graph.ts';
import { EsteiraError } from '#schemas/errors.ts';
import type { Edge, PipelineNode, PortRef } from '#schemas/types.ts';
import { bridging } from '../canvas/fitting.ts';
import { CARD } from '../canvas/geometry.ts';
import { insertBetween } from '../canvas/insert.ts';
import { deleteItems } from '../store/commands/nodes.ts';
import { connect, deleteHealing, judge } from '../store/commands/wires.ts';
import { portsOf } from '../store/ports.ts';
import type { DocumentSlice } from '../store/state.ts';
import { concerned, edgeAt, fix, titleOf, type Fix, type Fixer, type Parts } from './fix.ts';

const MOST = 2;

function withoutWire(edge: Edge, parts: Parts): readonly Fix[] {
  const [from, to] = [edge.from.node, edge.to.node];
  const [one, other] = [titleOf(from, parts), titleOf(to, parts)];
  // As in the messages: what is called the same is told apart by its id.
  const values =
    one === other ? { from: `${one} (${from})`, to: `${other} (${to})` } : { from: one, to: other };
  const command = deleteItems(parts.document, new Set(), new Set([edgeId(edge)]));
  return fix('remove-wire', values, command);
}

export const removeWire: Fixer = ({ node, path }, parts) => {
  const edge = edgeAt(parts.document, path);
  return edge === undefined || edge.to.node !== node ? [] : withoutWire(edge, parts);
};

/** A node between that makes of the one kind the other; else the wire goes. */
export const bridgeWire: Fixer = (told, parts) => {
  const { document, catalogue } = parts;
  const edge = edgeAt(document, told.path);
  const [from, to] = [edge?.from, edge?.to].map((end) => end && portAt(end, parts));
  if (edge === undefined || edge.to.node !== told.node || !from || !to) return [];
  const types = bridging(catalogue.list, from.type, to.type);
  const inserted = types.flatMap((type) => {
    const command = insertBetween(type, {}, edge, parts);
    return fix('insert', { type: type.title[parts.locale] }, command);
  });
  return [...inserted.slice(0, MOST), ...withoutWire(edge, parts)];
};

function portAt({ node: id, port }: PortRef, { document, catalogue }: Parts) {
  const node = document.nodesById.get(id);
  const ports = node && portsOf(catalogue, document, node);
  if (ports === undefined || ports instanceof EsteiraError) return undefined;
  return [...ports.inputs, ...ports.outputs].find(({ name }) => name === port);
}

/** The last wire drawn of those that go round. */
export const openCircle: Fixer = ({ node }, parts) => {
  if (node === undefined) return [];
  const edges = [...parts.document.edgesById.values()];
  const closing = edges.findLast(
    ({ from, to }) => reaches(edges, node, from.node) && reaches(edges, to.node, node),
  );
  return closing === undefined ? [] : withoutWire(closing, parts);
};

function reaches(edges: readonly Edge[], start: string, end: string): boolean {
  const seen = new Set([start]);
  // A set grows while it is walked.
  for (const at of seen) {
    if (at === end) return true;
    for (const { from, to } of edges) if (from.node === at) seen.add(to.node);
  }
  return false;
}

const judges = new WeakMap<DocumentSlice, ReturnType<typeof judge>>();

function judgeOf({ document, catalogue }: Parts): ReturnType<typeof judge> {
  const known = judges.get(document) ?? judge(document, catalogue);
  judges.set(document, known);
  return known;
}

/**
 * From the outputs that fit: first those that lead nowhere yet, since a chain is drawn from its loose end, then the
 * nearest on the left, since a pipeline is read from there.
 */
export const connectInput: Fixer = (told, parts) => {
  const { document, catalogue } = parts;
  const found = concerned(told, parts);
  const { port } = told.params;
  if (found === undefined || typeof port !== 'string') return [];
  const to = { node: found.node.id, port };
  const wanted = portAt(to, parts);
  if (wanted === undefined) return [];
  const isOk = judgeOf(parts);
  const leading = new Set([...document.edgesById.values()].map(({ from }) => from.node));
  const cost = (node: PipelineNode): number =>
    away(node, found.node) + (leading.has(node.id) ? LED : 0);
  const near = [...document.nodesById.values()]
    .filter(({ id }) => id !== found.node.id)
    .toSorted((a, b) => cost(a) - cost(b));
  const fixes: Fix[] = [];
  const named = new Set<string>();
  for (const node of near) {
    const title = titleOf(node.id, parts);
    // Of two nodes with one name nobody could tell which is meant: the nearer one is offered.
    if (named.has(title)) continue;
    const ports = portsOf(catalogue, document, node);
    if (ports instanceof EsteiraError) continue;
    const output = ports.outputs.find(({ name, type }) => {
      const isSame = type === wanted.type || wanted.type === 'any' || type === 'any';
      return isSame && isOk({ node: node.id, port: name }, to).ok;
    });
    if (output === undefined) continue;
    const command = connect(document, catalogue, {
      from: { node: node.id, port: output.name },
      to,
    });
    named.add(title);
    fixes.push(...fix('connect', { node: title }, command));
    if (fixes.length === MOST) break;
  }
  return fixes;
};

/** More than any distance and side. */
const LED = 1e9;

/** Pixels, and much more for what stands on the right. */
function away(from: PipelineNode, to: PipelineNode): number {
  const [x, y] = [to.position.x - from.position.x, to.position.y - from.position.y];
  return Math.hypot(x, y) + (x < CARD.width / 2 ? 1e6 : 0);
}

export const removeNode: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  if (found === undefined) return [];
  const { document, catalogue } = parts;
  const command = deleteHealing(document, catalogue, new Set([found.node.id]));
  return fix('remove-node', { node: titleOf(found.node.id, parts) }, command);
};
