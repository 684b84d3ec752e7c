/** What can be done where a table is not ready to be learned from, or a model is judged by the wrong measure. */
import type { Column, Edge, NodeType, PipelineNode, PortRef } from '#schemas/types.ts';
import { insertAfter, insertBetween } from '../canvas/insert.ts';
import { named } from '../form/model/columns.ts';
import { replaceNodes, retyped, setParam } from '../store/commands/nodes.ts';
import { concerned, fix, titleOf, type Fix, type Fixer, type Parts } from './fix.ts';

/** A node of the type on the wire by which the table comes in. */
export const insertBefore =
  (name: string): Fixer =>
  (told, parts) => {
    const found = concerned(told, parts);
    const type = parts.catalogue.types.get(name);
    const edge = found?.type && tableEdge(found.node, found.type, parts);
    if (edge === undefined || type === undefined) return [];
    const command = insertBetween(type, {}, edge, parts);
    return fix('insert', { type: type.title[parts.locale] }, command);
  };

/**
 * Dates become their parts where the roles are said, so that what cleans numbers meets them too; all else is encoded
 * where it is met.
 */
export const makeNumbers: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  const edge = found?.type && tableEdge(found.node, found.type, parts);
  if (edge === undefined) return [];
  const isFeature = ({ role }: Column): boolean => role === 'feature';
  const met = schemaAt(edge.from, parts).filter(isFeature);
  const dates = met.filter(isDate);
  const { source } = wayUp(edge, parts);
  const above = new Set(
    schemaAt(source, parts)
      .filter(isFeature)
      .map(({ name }) => name),
  );
  const type = parts.catalogue.types.get('date-parts');
  const command =
    dates.length === 0 || type === undefined
      ? undefined
      : dates.every(({ name }) => above.has(name))
        ? insertAfter(type, {}, source, parts)
        : insertBetween(type, {}, edge, parts);
  const ofDates =
    type === undefined ? [] : fix('insert', { type: type.title[parts.locale] }, command);
  const isEncoded = met.length > 0 && !met.some((column) => column.type === 'text');
  return [...ofDates, ...(isEncoded ? [] : insertBefore('encode-categories')(told, parts))];
};

const isDate = ({ type }: Column): boolean => type === 'date' || type === 'timestamp';

function tableEdge(node: PipelineNode, type: NodeType, { document }: Parts): Edge | undefined {
  const port = type.inputs.find((input) => input.type === 'table')?.name;
  return [...document.edgesById.values()].find(({ to }) => to.node === node.id && to.port === port);
}

const OFFERED = 2;
const LIKELY = /^(target|label|class|classe|alvo|y|outcome|resultado|churn|status|price|preço)/i;

/**
 * The likeliest column becomes the target: what is called so, or the last column, where files keep it. It is said where
 * the roles are set already, else behind the source, so that every node after it knows; another can be chosen there.
 */
export const setTarget: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  const edge = found?.type && tableEdge(found.node, found.type, parts);
  if (edge === undefined) return [];
  const { saying, source } = wayUp(edge, parts);
  const columns = named(schemaAt(saying?.from ?? source, parts));
  const fixes: Fix[] = [];
  const type = parts.catalogue.types.get('set-roles');
  for (const { name } of likeliest(columns).slice(0, OFFERED)) {
    const command =
      saying === undefined
        ? type && insertAfter(type, { target: name }, source, parts)
        : setParam(parts.document, saying.node, 'target', name);
    fixes.push(...fix('target', { column: name }, command));
  }
  if (saying === undefined && type !== undefined)
    fixes.push(...fix('target-other', {}, insertAfter(type, {}, source, parts), { selects: true }));
  return fixes;
};

const schemaAt = ({ node, port }: PortRef, { analysis }: Parts): readonly Column[] =>
  analysis.schemas[node]?.[port]?.columns ?? [];

function likeliest(columns: readonly Column[]): readonly Column[] {
  const usable = columns.filter(({ role }) => role === 'feature' || role === 'target');
  const asked = usable.filter(({ role }) => role === 'target');
  const called = usable.filter(({ name }) => LIKELY.test(name));
  return [...new Set([...asked, ...called, ...usable.slice(-1)])];
}

/** Along the first table input to the source; on the way, the nearest node that says what columns are for. */
function wayUp(
  start: Edge,
  parts: Parts,
): { saying?: { node: string; from: PortRef }; source: PortRef } {
  const { document, catalogue } = parts;
  const seen = new Set<string>();
  let { from } = start;
  while (!seen.has(from.node)) {
    seen.add(from.node);
    const node = document.nodesById.get(from.node);
    const type = node && catalogue.types.get(node.type);
    const above = node && type && tableEdge(node, type, parts);
    if (above === undefined) break;
    if (type?.type === 'set-roles')
      return { saying: { node: from.node, from: above.from }, source: from };
    from = above.from;
  }
  return { source: from };
}

/** A type that does the same with the other kind of answer, by the node's category; its settings start anew. */
export const replaceBy =
  (names: Readonly<Record<string, string>>): Fixer =>
  (told, parts) => {
    const found = concerned(told, parts);
    const { document, catalogue, locale } = parts;
    const type = catalogue.types.get(names[found?.type?.category ?? ''] ?? '');
    if (found === undefined || type === undefined || type === found.type) return [];
    const change = replaceNodes(document, [found.node.id], (node) => retyped(node, type, {}));
    const about = { node: titleOf(found.node.id, parts) };
    return fix('replace', { type: type.title[locale] }, { name: 'fix', about, change });
  };
