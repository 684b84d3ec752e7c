/** What can be done where what columns are for does not fit what is asked of them. */
import type { Column } from '#schemas/types.ts';
import { isTelling } from '../app/tellingName.ts';
import { named } from '../form/model/columns.ts';
import { fieldsOf } from '../form/model/fields.ts';
import { setParam, setParams } from '../store/commands/nodes.ts';
import { after } from './between.ts';
import { concerned, fix, type Fix, type Fixer, type Make } from './fix.ts';
import { schemaAt, tableEdge, wayUp } from './tableWay.ts';

const OFFERED = 2;

/**
 * The likeliest column becomes the target: what is called so, or the last category, or the last column. It is said where
 * the roles are set already, else behind the source, so that every node after it knows; another can be chosen there.
 */
export const setTarget: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  const edge = found?.type && tableEdge(found.node, found.type, parts);
  if (found === undefined || edge === undefined) return [];
  const isItself = found.type?.type === 'set-roles';
  const way = wayUp(edge, parts);
  const saying = isItself ? { node: found.node.id, from: edge.from } : way.saying;
  const columns = named(schemaAt(saying?.from ?? way.source, parts));
  const fixes: Fix[] = [];
  const type = parts.catalogue.types.get('set-roles');
  // One that was tried and gives nothing to learn is not offered again.
  const others = likeliest(columns.filter(({ name }) => name !== told.params['target']));
  for (const { name } of others.slice(0, OFFERED)) {
    const make: Make | undefined =
      saying === undefined
        ? type && after(type, { target: name }, way.source, parts)
        : () => setParam(parts.document, saying.node, 'target', name);
    fixes.push(...fix('target', { column: name }, make));
  }
  if (saying === undefined && type !== undefined) {
    const make = after(type, {}, way.source, parts);
    fixes.push(...fix('target-other', {}, make, { selects: true }));
  }
  return fixes;
};

function likeliest(columns: readonly Column[]): readonly Column[] {
  const usable = columns.filter(({ role }) => role === 'feature' || role === 'target');
  const asked = usable.filter(({ role }) => role === 'target');
  const called = usable.filter(({ name }) => isTelling(name));
  const last = usable.findLast(({ meaning }) => meaning === 'category') ?? usable.at(-1);
  return [...new Set([...asked, ...called, ...(last === undefined ? [] : [last])])];
}

const LISTS = ['feature', 'id', 'time', 'weight', 'group', 'sensitive', 'ignored'] as const;

const listAt = (params: Readonly<Record<string, unknown>>, name: string): readonly string[] =>
  Array.isArray(params[name]) ? (params[name] as readonly string[]) : [];

/** Every column but the target is learned from, whatever it was set aside for. */
export const useAllFeatures: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  const edge = found?.type && tableEdge(found.node, found.type, parts);
  if (edge === undefined) return [];
  const { saying, source } = wayUp(edge, parts);
  const from = saying?.from ?? source;
  const params = parts.document.nodesById.get(saying?.node ?? '')?.params ?? {};
  const target = params['target'] ?? '';
  const feature = named(schemaAt(from, parts))
    .filter(({ name, role }) => (target === '' ? role !== 'target' : name !== target))
    .map(({ name }) => name);
  if (feature.length === 0) return [];
  const type = parts.catalogue.types.get('set-roles');
  const kept = Object.entries(params).filter(([name]) => !LISTS.some((list) => list === name));
  const make: Make | undefined =
    saying === undefined
      ? type && after(type, { feature }, source, parts)
      : () => setParams(parts.document, saying.node, { ...Object.fromEntries(kept), feature });
  return fix('features-all', {}, make);
};

/** A column that was given several roles keeps one of them. */
export const keepOneRole: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  const { column } = told.params;
  if (found?.type === undefined || typeof column !== 'string') return [];
  const { node, type } = found;
  const fields = new Map(fieldsOf(type, parts.locale).map((field) => [field.name, field]));
  const has = (name: string): boolean =>
    name === 'target' ? node.params[name] === column : listAt(node.params, name).includes(column);
  const given = ['target', ...LISTS].filter(has);
  return given.flatMap((kept) => {
    const without = given
      .filter((name) => name !== kept)
      .map((name) => {
        const left = listAt(node.params, name).filter((each) => each !== column);
        return [name, name === 'target' ? '' : left] as const;
      });
    const params = { ...node.params, ...Object.fromEntries(without) };
    const values = { column, field: fields.get(kept)?.title ?? kept };
    return fix('one-role', values, () => setParams(parts.document, node.id, params));
  });
};

/** Every row counts alike. */
export const dropWeight: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  const edge = found?.type && tableEdge(found.node, found.type, parts);
  const saying = edge && wayUp(edge, parts).saying;
  const params = parts.document.nodesById.get(saying?.node ?? '')?.params ?? {};
  const { column } = told.params;
  if (saying === undefined || typeof column !== 'string') return [];
  const before = listAt(params, 'weight');
  const weight = before.filter((name) => name !== column);
  if (weight.length === before.length) return [];
  // It would be learned from otherwise, as any column is.
  const ignored = [...listAt(params, 'ignored'), column];
  return fix('unweight', { column }, () =>
    setParams(parts.document, saying.node, { ...params, weight, ignored }),
  );
};
