/** What can be done about lists of settings, what a file is read with, and fields that a person has yet to fill in. */
import { nearest } from '#schemas/nearest.ts';
import type { Json, PipelineNode } from '#schemas/types.ts';
import { fieldsOf } from '../form/model/fields.ts';
import type { Widget } from '../form/model/types.ts';
import { valueOf } from '../form/model/values.ts';
import { setParam, setParams } from '../store/commands/nodes.ts';
import { concerned, fix, type Fixer, type Make, type Parts, type Told } from './fix.ts';
import { fieldAt, put, reset } from './values.ts';
import { removeNode } from './wiring.ts';

/** Nobody can tell what is meant, but where it is said: the way to the field that it is about, or the first such. */
export const choose =
  (...widgets: readonly Widget[]): Fixer =>
  (told, parts) => {
    const found = concerned(told, parts);
    if (found?.type === undefined) return [];
    const fields = fieldsOf(found.type, parts.locale);
    const field =
      fieldAt(told, parts)?.field ?? fields.find(({ widget }) => widgets.includes(widget));
    if (field === undefined) return [];
    const go = { node: found.node.id, path: `/${field.name}` };
    return [{ id: 'choose', values: { field: field.title }, go }];
  };

const NEWEST = 2;

/** A data set that there is: of the name that is missing, or the newest where none was chosen. Others can be chosen. */
export const useDataset: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  const fields = found?.type === undefined ? [] : fieldsOf(found.type, parts.locale);
  const field = fields.find(({ widget }) => widget === 'dataset');
  if (found === undefined || field === undefined) return [];
  const { dataset } = told.params;
  const known = (parts.datasets ?? []).toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  const names =
    typeof dataset === 'string' ? [dataset] : [...new Set(known.map(({ name }) => name))];
  // Of several of one name nobody could tell which is meant: the newest is offered.
  const fitting = names.flatMap((wanted) => known.find(({ name }) => name === wanted) ?? []);
  const at = { node: found.node, field, inner: [], columns: [] };
  const offered = fitting.slice(0, NEWEST).flatMap(({ name, hash }) => {
    return put(at, { dataset: name, hash }, parts, name);
  });
  return [...offered, ...choose('dataset')(told, parts)];
};

/** The first that finds something. */
export const either =
  (...fixers: readonly Fixer[]): Fixer =>
  (told, parts) => {
    for (const fixer of fixers) {
      const fixes = fixer(told, parts);
      if (fixes.length > 0) return fixes;
    }
    return [];
  };

/** An item of a list goes, where it was begun and left empty. */
export const dropItem: Fixer = (told, parts) => {
  const at = fieldAt(told, parts);
  const [index] = at?.inner ?? [];
  if (at === undefined || index === undefined) return [];
  const before = valueOf(at.field, at.node.params);
  if (!Array.isArray(before)) return [];
  const after = before.filter((_, place) => String(place) !== index);
  const command: Make = () => setParam(parts.document, at.node.id, at.field.name, after);
  return fix('drop-item', { number: Number(index) + 1, field: at.field.title }, command);
};

/** Every item of a list whose column the file does not have. */
export const dropItemsOf: Fixer = (told, parts) => {
  const at = fieldAt(told, parts);
  const { column } = told.params;
  const before = at && valueOf(at.field, at.node.params);
  if (at === undefined || typeof column !== 'string' || !Array.isArray(before)) return [];
  const after = (before as readonly { readonly column?: unknown }[]).filter(
    (item) => item.column !== column,
  );
  const command: Make = () => setParam(parts.document, at.node.id, at.field.name, after);
  return after.length === before.length ? [] : fix('drop-column', { column }, command);
};

/** All columns are left out, or none is written. */
export const resetColumns: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  if (found?.type === undefined) return [];
  const fields = fieldsOf(found.type, parts.locale);
  const field = fields.find(({ name, widget }) => widget === 'columns' || name === 'columns');
  return field === undefined
    ? []
    : reset({ node: found.node, field, inner: [], columns: [] }, parts);
};

/** How the file is written is found out again, where these settings say otherwise. */
export const findAgain =
  (...names: readonly string[]): Fixer =>
  (told, parts) => {
    const found = concerned(told, parts);
    if (found === undefined || names.every((name) => found.node.params[name] === undefined))
      return [];
    const kept = Object.entries(found.node.params).filter(([name]) => !names.includes(name));
    const command: Make = () => setParams(parts.document, found.node.id, Object.fromEntries(kept));
    return fix('find-again', {}, command);
  };

/** A name that no column has yet, made of the one that is taken. */
export const useFreeName: Fixer = (told, parts) => {
  const at = fieldAt(told, parts);
  const { column } = told.params;
  if (at?.field.widget !== 'text' || typeof column !== 'string') return [];
  const taken = new Set(at.columns.map(({ name }) => name.toLowerCase()));
  let number = 2;
  while (taken.has(`${column}_${number}`.toLowerCase())) number += 1;
  return put(at, `${column}_${number}`, parts);
};

/** A tenth of the pace that was too fast. */
export const learnSlower: Fixer = (told, parts) => {
  const rate = fieldNamed('learningRate', told, parts);
  const now = rate && valueOf(rate.field, rate.node.params);
  return rate === undefined || typeof now !== 'number'
    ? []
    : put(rate, Number((now / 10).toPrecision(3)), parts);
};

/** No more folds than rows. */
export const useFewerFolds: Fixer = (told, parts) => {
  const folds = fieldNamed('folds', told, parts);
  const { rows } = told.params;
  const isEnough = typeof rows === 'number' && rows >= (folds?.field.schema.minimum ?? 2);
  return folds === undefined || !isEnough ? [] : put(folds, rows, parts);
};

function fieldNamed(name: string, told: Told, parts: Parts) {
  const found = concerned(told, parts);
  const field =
    found?.type && fieldsOf(found.type, parts.locale).find((each) => each.name === name);
  return found === undefined || field === undefined
    ? undefined
    : { node: found.node, field, inner: [], columns: [] };
}

/** Of a split that leaves no rows to test with, the part that was set too large goes back. */
export const leaveTest: Fixer = (told, parts) =>
  ['validation', 'train'].flatMap((name) => {
    const at = fieldNamed(name, told, parts);
    const other = fieldNamed(name === 'train' ? 'validation' : 'train', told, parts);
    if (at === undefined || other === undefined) return [];
    const kept = valueOf(other.field, other.node.params);
    const isEnough = Number(at.field.schema.default) + Number(kept) < 100;
    return isEnough ? reset(at, parts) : [];
  });

/** A subflow that there is: the nearest in name, or the only one; else the node goes. */
export const useDefinition: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  const { definition } = told.params;
  const ids = Object.keys(parts.document.definitions);
  const id =
    (typeof definition === 'string' ? nearest(definition, ids) : undefined) ??
    (ids.length === 1 ? ids[0] : undefined);
  if (found === undefined || id === undefined) return removeNode(told, parts);
  const command: Make = () => setParam(parts.document, found.node.id, 'definition', id);
  return fix('use', { value: parts.document.definitions[id]?.name ?? id }, command);
};

type Cells = readonly (readonly Json[])[];

function manualTable(told: Told, parts: Parts) {
  const found = concerned(told, parts);
  if (found?.type?.type !== 'manual-table') return undefined;
  const { node } = found;
  const rows = Array.isArray(node.params['rows']) ? (node.params['rows'] as Cells) : [];
  return { node, rows };
}

const withRows = (node: PipelineNode, rows: Cells, parts: Parts) =>
  setParam(parts.document, node.id, 'rows', rows);

/** What stands beyond the last column of a typed table goes. */
export const cutRows: Fixer = (told, parts) => {
  const table = manualTable(told, parts);
  const { columns, row } = told.params;
  if (table === undefined || typeof columns !== 'number') return [];
  const rows = table.rows.map((cells, at) => (at + 1 === row ? cells.slice(0, columns) : cells));
  return fix('cut-row', { row: Number(row) }, () => withRows(table.node, rows, parts));
};

/** A cell of a typed table that is no value of its column is emptied, or the column becomes text. */
export const mendCell: Fixer = (told, parts) => {
  const table = manualTable(told, parts);
  const { column, row, value } = told.params;
  if (table === undefined || typeof column !== 'string') return [];
  const columns = (table.node.params['columns'] ?? []) as readonly { name: string; type: string }[];
  const at = columns.findIndex(({ name }) => name === column);
  if (at === -1) return [];
  const rows = table.rows.map((cells, index) =>
    index + 1 === row ? cells.map((cell, place) => (place === at ? null : cell)) : cells,
  );
  const texts = columns.map((each, place) => (place === at ? { ...each, type: 'text' } : each));
  // Text takes what is written in quotes only; a number typed as a number stays one.
  const isText = table.rows.every(
    (cells) => [null, ''].includes(cells[at] as null) || typeof cells[at] === 'string',
  );
  return [
    ...(isText
      ? fix('as-text', { column }, () => setParam(parts.document, table.node.id, 'columns', texts))
      : []),
    ...fix('empty-cell', { value: typeof value === 'string' ? value : '' }, () =>
      withRows(table.node, rows, parts),
    ),
  ];
};
