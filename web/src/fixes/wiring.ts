/** What can be done about wires: taken away, drawn, led through a node between. */
import { edgeId } from '#schemas/graph.ts';
import type { Edge } from '#schemas/types.ts';
import { bridging } from '../canvas/fitting.ts';
import { deleteItems } from '../store/commands/nodes.ts';
import { deleteHealing, judge } from '../store/commands/wires.ts';
import type { DocumentSlice } from '../store/state.ts';
import { behind, wiresInto } from '../store/wiresInto.ts';
import { between, portAt } from './between.ts';
import { concerned, edgeAt, fix, titleOf, type Fix, type Fixer, type Parts } from './fix.ts';
import { asksForPredictions, PREDICT, predictionsFor } from './predictions.ts';
import {
  carrying,
  columnsOf,
  likeliest,
  outputs,
  perGraph,
  wireFrom,
  type Source,
} from './sources.ts';
import { judged, taskOfModel } from './task.ts';

const MOST = 2;

/** What they do is done before anybody predicts. */
const preparing: ReadonlySet<string> = new Set(['clean', 'learn', 'split']);

function withoutWire(edge: Edge, parts: Parts): readonly Fix[] {
  const [from, to] = [edge.from.node, edge.to.node];
  const [one, other] = [titleOf(from, parts), titleOf(to, parts)];
  // As in the messages: what is called the same is told apart by its id.
  const values =
    one === other ? { from: `${one} (${from})`, to: `${other} (${to})` } : { from: one, to: other };
  return fix('remove-wire', values, () =>
    deleteItems(parts.document, new Set(), new Set([edgeId(edge)])),
  );
}

export const removeWire: Fixer = ({ node, path }, parts) => {
  const edge = edgeAt(parts.document, path);
  return edge === undefined || edge.to.node !== node ? [] : withoutWire(edge, parts);
};

/** A node between that makes of the one kind the other; else the wire goes. */
export const bridgeWire: Fixer = (told, parts) => {
  const { document, catalogue } = parts;
  const edge = edgeAt(document, told.path);
  const from = edge && portAt(edge.from, 'outputs', parts);
  const to = edge && portAt(edge.to, 'inputs', parts);
  if (edge === undefined || edge.to.node !== told.node || !from || !to) return [];
  const types = bridging(catalogue.list, from.type, to.type);
  const [source, end] = [edge.from.node, edge.to.node].map((id) => document.nodesById.get(id));
  const task = source && from.type === 'model' ? taskOfModel(source, parts) : undefined;
  const inserted = types.flatMap((type) => {
    const fixes = fix('insert', { type: type.title[parts.locale] }, between(type, edge, parts));
    return end === undefined ? fixes : judged(fixes, task, end, parts);
  });
  return [...inserted.slice(0, MOST), ...withoutWire(edge, parts)];
};

/** The last wire drawn of those that go round. */
export const openCircle: Fixer = ({ node }, parts) => {
  if (node === undefined) return [];
  const { edgesById } = parts.document;
  const after = behind(edgesById, [node]);
  const before = leadingTo(edgesById, node);
  const closing = [...edgesById.values()].findLast(
    ({ from, to }) => after.has(from.node) && before.has(to.node),
  );
  return closing === undefined ? [] : withoutWire(closing, parts);
};

function leadingTo(edgesById: DocumentSlice['edgesById'], node: string): ReadonlySet<string> {
  const into = wiresInto(edgesById);
  const reached = new Set([node]);
  // A set grows while it is walked.
  for (const id of reached) for (const { from } of into.get(id) ?? []) reached.add(from.node);
  return reached;
}

const judgeOf = perGraph(({ document, catalogue }) => judge(document, catalogue));

/** From an output that fits; where the input needs certain columns, from one that has them before others. */
export const connectInput: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  const { port: name } = told.params;
  if (found === undefined || typeof name !== 'string') return [];
  const to = { node: found.node.id, port: name };
  const wanted = portAt(to, 'inputs', parts);
  if (wanted === undefined) return [];
  if (asksForPredictions(wanted)) {
    return predictionsFor({ node: found.node, port: wanted }, parts);
  }
  const { type, needs } = wanted;
  const sure = type === 'any' ? [] : outputs(parts, type);
  // What fits any kind fits by what else is wired.
  const unsure =
    type === 'any' ? outputs(parts, 'table', 'model', 'report', 'any') : outputs(parts, 'any');
  const all = [...sure, ...unsure.filter((from) => judgeOf(parts)(from, to).ok)];
  const raw = all.filter((from) => !isPredicted(from, parts));
  // Whoever prepares predictions, or learns from them, does not mean to.
  const isPreparing = preparing.has(found.type?.category ?? '');
  const apt = isPreparing || raw.length > 0 ? raw : all;
  // A table that is known leads on at once; another is no better off than who asks.
  const known = apt.filter((from) => columnsOf(from, parts) !== undefined);
  const fitting = type === 'table' && known.length > 0 ? known : apt;
  const whole = new Set(needs && carrying(needs, parts));
  const best = fitting.filter((each) => whole.has(each));
  const sources = likeliest(best.length > 0 ? best : fitting, found.node, parts);
  return sources.flatMap((source) => wireFrom(source, to, parts));
};

/** Before its columns are known, by what makes it. */
function isPredicted(source: Source, parts: Parts): boolean {
  const columns = columnsOf(source, parts);
  if (columns === undefined) return source.of.type === PREDICT && source.type === 'table';
  return columns.some(({ role }) => role === 'prediction');
}

export const removeNode: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  if (found === undefined) return [];
  const { document, catalogue } = parts;
  return fix('remove-node', { node: titleOf(found.node.id, parts) }, () =>
    deleteHealing(document, catalogue, new Set([found.node.id])),
  );
};
