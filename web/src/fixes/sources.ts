/** The outputs from which a wire may come: found without judging each, since a graph may have thousands. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Column, ColumnKind, Edge, PipelineNode, PortRef, PortType } from '#schemas/types.ts';
import type { PortSchemas } from '../apiTypes.ts';
import { CARD } from '../canvas/geometry.ts';
import { fits } from '../form/model/columns.ts';
import { connect } from '../store/commands/wires.ts';
import { portsOf } from '../store/ports.ts';
import type { CatalogueSlice, DocumentSlice } from '../store/state.ts';
import { behind, wiresInto, wiresOutOf } from '../store/wiresInto.ts';
import { fix, titleOf, type Fix, type Parts } from './fix.ts';

export type Source = PortRef & { readonly of: PipelineNode; readonly type: PortType };
export type Named = Source & { readonly title: string };

const MOST = 2;

type Graph = Pick<Parts, 'document' | 'catalogue'>;

/** Found once while neither the graph nor the catalogue changes. */
export function perGraph<T>(find: (graph: Graph) => T): (graph: Graph) => T {
  const known = new WeakMap<DocumentSlice, { readonly for: CatalogueSlice; readonly found: T }>();
  return ({ document, catalogue }) => {
    const before = known.get(document);
    if (before?.for === catalogue) return before.found;
    const found = find({ document, catalogue });
    known.set(document, { for: catalogue, found });
    return found;
  };
}

const byType = perGraph(({ document, catalogue }) => {
  const all = [...document.nodesById.values()].flatMap((of): readonly Source[] => {
    const ports = portsOf(catalogue, document, of);
    if (ports instanceof EsteiraError) return [];
    return ports.outputs.map(({ name: port, type }) => ({ node: of.id, port, type, of }));
  });
  return Map.groupBy(all, ({ type }) => type);
});

/** All outputs of some types. */
export const outputs = (parts: Graph, ...types: readonly PortType[]): readonly Source[] =>
  types.flatMap((type) => byType(parts).get(type) ?? []);

/**
 * Of those that may come to a node without going round: first the nearest by wire of what already leads to it, then
 * those that lead nowhere yet, since a chain is drawn from its loose end, then the nearest on the left, since a pipeline
 * is read from there. Of two with one name nobody could tell which is meant: the likelier one is given.
 */
export function likeliest(
  sources: readonly Source[],
  to: PipelineNode,
  parts: Parts,
): readonly Named[] {
  if (sources.length === 0) return [];
  const { edgesById } = parts.document;
  const leaving = wiresOutOf(edgesById);
  const after = behind(edgesById, [to.id]);
  const steps = stepsFrom(sources, to, parts);
  const best = new Map<string, { readonly source: Source; readonly cost: number }>();
  for (const source of sources) {
    if (after.has(source.node)) continue;
    const title = titleOf(source.node, parts);
    const near = steps?.get(source.node);
    const led = leaving.has(source.node) ? LED : 0;
    const cost = away(source.of, to) + (near === undefined ? led : (near - MANY) * LED);
    if (cost < (best.get(title)?.cost ?? Infinity)) best.set(title, { source, cost });
  }
  return [...best]
    .toSorted(([, a], [, b]) => a.cost - b.cost)
    .slice(0, MOST)
    .map(([title, { source }]) => ({ ...source, title }));
}

/** More than any distance and side. */
const LED = 1e9;

/** More than any way by wire. */
const MANY = 1e6;

/**
 * How many wires, in either direction, part a node from the others: a model comes with the table that it learned from.
 * Undefined where nothing leads to it, or something of the same kind does: two tables are joined, not one with itself.
 */
function stepsFrom(
  sources: readonly Source[],
  { id }: PipelineNode,
  { document: { edgesById } }: Parts,
): ReadonlyMap<string, number> | undefined {
  const [into, leaving] = [wiresInto(edgesById), wiresOutOf(edgesById)];
  const drawn = into.get(id) ?? [];
  const isSame = ({ from }: Edge): boolean =>
    sources.some(({ node, port }) => node === from.node && port === from.port);
  if (drawn.length === 0 || drawn.some(isSame)) return undefined;
  const steps = new Map([[id, 0]]);
  // A map grows while it is walked.
  for (const [at, step] of steps) {
    const next = [
      ...(into.get(at) ?? []).map(({ from }) => from.node),
      ...(at === id ? [] : (leaving.get(at) ?? [])).map(({ to }) => to.node),
    ];
    for (const each of next) if (!steps.has(each)) steps.set(each, step + 1);
  }
  return steps;
}

/** Pixels, and much more for what stands on the right. */
function away(from: PipelineNode, to: PipelineNode): number {
  const [x, y] = [to.position.x - from.position.x, to.position.y - from.position.y];
  return Math.hypot(x, y) + (x < CARD.width / 2 ? 1e6 : 0);
}

/** Drawn to an input; what came to it before goes. */
export function wireFrom({ node, port, title }: Named, to: PortRef, parts: Parts): readonly Fix[] {
  const { document, catalogue } = parts;
  const edge = { from: { node, port }, to };
  return fix('connect', { node: title }, () => connect(document, catalogue, edge));
}

type Needs = readonly ColumnKind[];
type Found = { readonly document: DocumentSlice; readonly sources: readonly Source[] };

/** The outputs whose table is known to have a column of each kind. */
export function carrying(needs: Needs, parts: Parts): readonly Source[] {
  const { schemas } = parts.analysis;
  const known = found.get(schemas) ?? new Map<Needs, Found>();
  found.set(schemas, known);
  const before = known.get(needs);
  if (before?.document === parts.document) return before.sources;
  const sources = outputs(parts, 'table', 'any').filter((source) => {
    const columns = columnsOf(source, parts);
    return columns !== undefined && needs.every((kind) => columns.some((each) => fits(kind, each)));
  });
  known.set(needs, { document: parts.document, sources });
  return sources;
}

const found = new WeakMap<PortSchemas, Map<Needs, Found>>();

/** Undefined where nothing is known of the table yet. */
export const columnsOf = (
  { node, port }: PortRef,
  { analysis }: Parts,
): readonly Column[] | undefined => analysis.schemas[node]?.[port]?.columns;
