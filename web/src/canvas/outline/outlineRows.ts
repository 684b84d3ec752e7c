/** The graph as a list: in the order in which it runs, and what of it somebody looks for. */
import { topologicalOrder } from '#schemas/graph.ts';
import type { Locale, PipelineNode } from '#schemas/types.ts';
import type { PortSchemas } from '../../api.ts';
import { nodeTitle } from '../../app/nodeTitle.ts';
import type { CatalogueSlice, DocumentSlice } from '../../store/state.ts';
import { plain } from '../paletteSearch.ts';

export type OutlineRow = {
  readonly node: PipelineNode;
  readonly title: string;
  /** What kind of node it is. */
  readonly kind: string;
  /** A column by which it was found. */
  readonly column?: string;
};

type Graph = Pick<DocumentSlice, 'nodesById' | 'edgesById'>;

/** Nodes on a circle, which cannot run, come last, in the document's order. */
export function outlineRows(
  { nodesById, edgesById }: Graph,
  { types }: Pick<CatalogueSlice, 'types'>,
  locale: Locale,
): readonly OutlineRow[] {
  const graph = { nodes: [...nodesById.values()], edges: [...edgesById.values()] };
  const { order } = topologicalOrder(graph);
  return [...new Set([...order, ...nodesById.keys()])].flatMap((id) => {
    const node = nodesById.get(id);
    if (node === undefined) return [];
    const type = types.get(node.type);
    return [{ node, title: nodeTitle(node, type, locale), kind: type?.title[locale] ?? node.type }];
  });
}

/** By name, by kind, or by a column that comes out of it; every word must be found in one of them. */
export function searchRows(
  rows: readonly OutlineRow[],
  query: string,
  schemas: PortSchemas,
): readonly OutlineRow[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  const isIn = (text: string): boolean => {
    const simple = plain(text);
    return words.every((word) => simple.includes(word));
  };
  return rows.flatMap((row) => {
    if (isIn(`${row.title} ${row.kind} ${row.node.id}`)) return [row];
    const column = columnsOf(row.node.id, schemas).find(isIn);
    return column === undefined ? [] : [{ ...row, column }];
  });
}

function columnsOf(id: string, schemas: PortSchemas): readonly string[] {
  const ports = Object.hasOwn(schemas, id) ? schemas[id] : undefined;
  return Object.values(ports ?? {}).flatMap((schema) => schema.columns.map(({ name }) => name));
}
