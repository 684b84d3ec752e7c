/** What can be done where a table is not ready to be learned from, or a model is judged by the wrong measure. */
import type { Column, PortRef } from '#schemas/types.ts';
import { insertAfter, insertBetween } from '../canvas/insert.ts';
import { applyChange, difference } from '../store/change.ts';
import { replaceNodes, retyped } from '../store/commands/nodes.ts';
import { connect } from '../store/commands/wires.ts';
import { wiresInto } from '../store/wiresInto.ts';
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

/**
 * Predictions of a model that there is, where a table without any was to be judged: of one that learned from the same
 * table before others.
 */
export const insertPredict: Fixer = (told, parts) => {
  const { document, catalogue, locale } = parts;
  const found = concerned(told, parts);
  const edge = found?.type && tableEdge(found.node, found.type, parts);
  const type = catalogue.types.get('predict');
  if (edge === undefined || type === undefined) return [];
  const models = [...document.nodesById.values()].flatMap((node) => {
    const port = catalogue.types.get(node.type)?.outputs.find((each) => each.type === 'model');
    return port === undefined ? [] : [{ node: node.id, port: port.name }];
  });
  const into = wiresInto(document.edgesById);
  const isNear = ({ node }: PortRef): boolean =>
    into.get(node)?.some(({ from }) => from.node === edge.from.node) === true;
  const from = models.find(isNear) ?? models[0];
  const command = from && insertBetween(type, {}, { from, to: edge.to }, parts);
  const [id] = command?.select ?? [];
  if (command === undefined || id === undefined) return [];
  // Whatever table the model learned from, it is this one that was to be judged.
  const inserted = applyChange(document, command.change);
  const wire = { from: edge.from, to: { node: id, port: 'table' } };
  const wired = connect(inserted, catalogue, wire);
  const whole = wired === undefined ? inserted : applyChange(inserted, wired.change);
  const change = difference(document, whole);
  return fix('insert', { type: type.title[locale] }, { ...command, change });
};

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
