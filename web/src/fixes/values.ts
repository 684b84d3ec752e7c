/** What can be done about the value of a setting. */
import { nearest } from '#schemas/nearest.ts';
import { isParamRef } from '#schemas/parameters.ts';
import type { Column, PipelineNode } from '#schemas/types.ts';
import { fits, named, portOf, tableAt } from '../form/model/columns.ts';
import { fieldsOf } from '../form/model/fields.ts';
import { placeOf } from '../form/model/place.ts';
import { pointerParts, valueAt, withAt } from '../form/model/pointer.ts';
import type { Field } from '../form/model/types.ts';
import { defaultOf, isDefault, isSame, valueOf } from '../form/model/values.ts';
import { setParam, setParams } from '../store/commands/nodes.ts';
import { wiresInto } from '../store/wiresInto.ts';
import {
  concerned,
  fix,
  titleOf,
  type Fix,
  type Fixer,
  type Make,
  type Parts,
  type Told,
} from './fix.ts';

/** The field that a problem is about, and the place within it. */
export type At = {
  readonly node: PipelineNode;
  readonly field: Field;
  readonly inner: readonly string[];
  readonly columns: readonly Column[];
  /** Whether there may be more, whose names depend on the data. */
  readonly hasFamilies?: boolean;
};

export function fieldAt(told: Told, parts: Parts): At | undefined {
  const found = concerned(told, parts);
  if (found?.type === undefined) return undefined;
  const { node, type } = found;
  const fields = fieldsOf(type, parts.locale);
  const [name, ...inner] = pointerParts(placeOf(told, fields, node.params));
  const field = fields.find((each) => each.name === name);
  if (field === undefined) return undefined;
  const edges = wiresInto(parts.document.edgesById).get(node.id) ?? [];
  const port = portOf(field, type) ?? '';
  const { schema } = tableAt(node.id, port, edges, parts.analysis.schemas);
  const all = schema?.columns ?? [];
  const columns = named(all);
  return { node, field, inner, columns, hasFamilies: columns.length < all.length };
}

const current = ({ node, field, inner }: At): unknown =>
  valueAt(valueOf(field, node.params), inner);

/** Another value in the place; nothing where it stands there already. */
export function put(
  { node, field, inner }: At,
  value: unknown,
  parts: Parts,
  words = String(value),
): readonly Fix[] {
  const before = valueOf(field, node.params);
  const after = withAt(before, inner, value);
  if (isSame(before, after)) return [];
  const command: Make = () => setParam(parts.document, node.id, field.name, after);
  return fix('use', { value: words }, command);
}

export function reset({ node, field }: At, parts: Parts): readonly Fix[] {
  if (isDefault(field, node.params)) return [];
  const command: Make = () => setParam(parts.document, node.id, field.name, undefined);
  return fix('default', { field: field.title }, command);
}

export const useDefault: Fixer = (told, parts) => {
  const at = fieldAt(told, parts);
  return at === undefined ? [] : reset(at, parts);
};

/** As near to what was meant as the bounds allow. */
export const useLimit: Fixer = (told, parts) => {
  const at = fieldAt(told, parts);
  const { limit } = told.params;
  return at === undefined || typeof limit !== 'number' ? [] : put(at, limit, parts);
};

export const useChoice: Fixer = (told, parts) => {
  const at = fieldAt(told, parts);
  if (at === undefined) return [];
  const near = nearest(
    String(current(at)),
    at.field.choices.map(({ value }) => String(value)),
  );
  const choice = at.field.choices.find(({ value }) => String(value) === near);
  return choice === undefined ? reset(at, parts) : put(at, choice.value, parts, choice.label);
};

/** A column that is named wrong: the one that was meant, or none of that name in a list. */
export const useColumn: Fixer = (told, parts) => {
  const { column } = told.params;
  const at = fieldAt(told, parts);
  if (at === undefined || typeof column !== 'string') return [];
  const { field, node, columns } = at;
  const before = valueOf(field, node.params);
  const near = nearest(column, columns.filter((each) => fits(field.accepts, each)).map(nameOf));
  if (near !== undefined) {
    const after = unique(renamed(before, column, near));
    const command: Make = () => setParam(parts.document, node.id, field.name, after);
    return isSame(before, after) ? [] : fix('use', { value: near }, command);
  }
  const all = dropColumns(at, parts);
  return all.length > 0 ? all : dropColumn(told, parts);
};

/** Another file has none of many columns: leaving them out one by one would be as many problems. */
function dropColumns({ node, field, columns, hasFamilies }: At, parts: Parts): readonly Fix[] {
  const type = parts.catalogue.types.get(node.type);
  if (type === undefined || hasFamilies === true || field.port !== undefined) return [];
  const known = new Set(columns.map(nameOf));
  const ofTable = ({ widget, port }: Field): boolean => widget === 'columns' && port === undefined;
  const gone = new Set<string>();
  const lists = fieldsOf(type, parts.locale)
    .filter(ofTable)
    .flatMap(({ name }) => {
      const before = node.params[name];
      if (!Array.isArray(before)) return [];
      const names = before.filter((each) => typeof each === 'string');
      for (const each of names) if (!known.has(each)) gone.add(each);
      return [[name, names.filter((each) => known.has(each))] as const];
    });
  if (gone.size < 2) return [];
  const params = { ...node.params, ...Object.fromEntries(lists) };
  const values = { count: gone.size };
  return fix('drop-columns', values, () => setParams(parts.document, node.id, params));
}

const nameOf = ({ name }: Column): string => name;

/** Wherever the name stands: in a list, in an item of one, in a formula's columns. */
function renamed(value: unknown, from: string, to: string): unknown {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map((each) => renamed(each, from, to));
  if (typeof value !== 'object' || value === null) return value;
  // A constant of a formula may read like the column.
  if ('kind' in value && value.kind === 'literal') return value;
  const members = Object.entries(value).map(([key, each]) => [key, renamed(each, from, to)]);
  return Object.fromEntries(members) as unknown;
}

function unique(value: unknown): unknown {
  const isNames = Array.isArray(value) && value.every((each) => typeof each === 'string');
  return isNames ? [...new Set(value)] : value;
}

export const dropColumn: Fixer = (told, parts) => {
  const { column } = told.params;
  const at = fieldAt(told, parts);
  if (at === undefined || typeof column !== 'string') return [];
  const before = valueOf(at.field, at.node.params);
  if (!Array.isArray(before) || !before.includes(column)) return [];
  const after = before.filter((each) => each !== column);
  const command: Make = () => setParam(parts.document, at.node.id, at.field.name, after);
  return fix('drop-column', { column }, command);
};

export const dropRepeated: Fixer = (told, parts) => {
  const at = fieldAt(told, parts);
  if (at === undefined) return [];
  const before = valueOf(at.field, at.node.params);
  const after = unique(before);
  if (isSame(before, after)) return [];
  const command: Make = () => setParam(parts.document, at.node.id, at.field.name, after);
  return fix('drop-repeated', { field: at.field.title }, command);
};

/** A column is asked for and only one can be meant. */
export const useOnlyColumn: Fixer = (told, parts) => {
  const at = fieldAt(told, parts);
  if (at?.field.widget !== 'column') return [];
  const [only, another] = at.columns.filter((each) => fits(at.field.accepts, each));
  return only === undefined || another !== undefined ? [] : put(at, only.name, parts);
};

export const removeUnknown: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  if (found?.type === undefined) return [];
  const { node, type } = found;
  const known = new Set(fieldsOf(type, parts.locale).map(({ name }) => name));
  const gone = Object.keys(node.params).filter((name) => !known.has(name));
  if (gone.length === 0) return [];
  const left = Object.fromEntries(Object.entries(node.params).filter(([name]) => known.has(name)));
  const command: Make = () => setParams(parts.document, node.id, left);
  return fix('remove-unknown', { fields: gone.join(', ') }, command);
};

/** The value is set here again, wherever the node asks for a parameter that cannot give it. */
export const unbind: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  const { parameter } = told.params;
  if (found?.type === undefined || typeof parameter !== 'string') return [];
  const { node, type } = found;
  const fields = new Map(fieldsOf(type, parts.locale).map((field) => [field.name, field]));
  const entries = Object.entries(node.params).flatMap(([name, value]) => {
    const field = fields.get(name);
    if (isParamRef(value) && value.$param === parameter) return [];
    return [[name, field === undefined ? value : freed(value, parameter, field.items)] as const];
  });
  const command: Make = () => setParams(parts.document, node.id, Object.fromEntries(entries));
  return fix('unbind', { parameter, node: titleOf(node.id, parts) }, command);
};

function freed(value: unknown, parameter: string, items: readonly Field[]): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => {
    if (typeof item !== 'object' || item === null) return item;
    const members = Object.entries(item).map(([name, each]) => {
      const field = items.find((inner) => inner.name === name);
      const isBound = isParamRef(each) && each.$param === parameter && field !== undefined;
      return [name, isBound ? defaultOf(field.schema) : (each as unknown)];
    });
    return Object.fromEntries(members) as unknown;
  });
}
