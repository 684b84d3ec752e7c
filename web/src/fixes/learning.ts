/** What can be done where a table is not ready to be learned from, or a model is judged by the wrong measure. */
import type { Column } from '#schemas/types.ts';
import { replaceNodes, retyped } from '../store/commands/nodes.ts';
import { after, between } from './between.ts';
import { concerned, fix, titleOf, type Fixer } from './fix.ts';
import { schemaAt, tableEdge, wayUp } from './tableWay.ts';

/** A node of the type on the wire by which the table comes in. */
export const insertBefore =
  (name: string): Fixer =>
  (told, parts) => {
    const found = concerned(told, parts);
    const type = parts.catalogue.types.get(name);
    const edge = found?.type && tableEdge(found.node, found.type, parts);
    if (edge === undefined || type === undefined) return [];
    return fix('insert', { type: type.title[parts.locale] }, between(type, edge, parts));
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
  const make =
    dates.length === 0 || type === undefined
      ? undefined
      : dates.every(({ name }) => above.has(name))
        ? after(type, {}, source, parts)
        : between(type, edge, parts);
  const ofDates = type === undefined ? [] : fix('insert', { type: type.title[parts.locale] }, make);
  const isEncoded = met.length > 0 && !met.some((column) => column.type === 'text');
  return [...ofDates, ...(isEncoded ? [] : insertBefore('encode-categories')(told, parts))];
};

const isDate = ({ type }: Column): boolean => type === 'date' || type === 'timestamp';

/** A type that does the same with the other kind of answer, by the node's category; its settings start anew. */
export const replaceBy =
  (names: Readonly<Record<string, string>>): Fixer =>
  (told, parts) => {
    const found = concerned(told, parts);
    const { document, catalogue, locale } = parts;
    const type = catalogue.types.get(names[found?.type?.category ?? ''] ?? '');
    if (found === undefined || type === undefined || type === found.type) return [];
    const about = { node: titleOf(found.node.id, parts) };
    return fix('replace', { type: type.title[locale] }, () => {
      const change = replaceNodes(document, [found.node.id], (node) => retyped(node, type, {}));
      return { name: 'fix', about, change };
    });
  };
