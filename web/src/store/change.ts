/** A difference between two states of a document, which can be turned round. It is plain JSON, so it can be kept. */
import type { Edge, Note, PipelineNode } from '#schemas/types.ts';
import type { DocumentSlice, Fields } from './state.ts';

/** One item: absent before, it is added; absent after, it is removed; else it is replaced in its place. */
export type ItemChange<T> = {
  readonly id: string;
  readonly before?: T;
  readonly after?: T;
  /** Where it stands among its kind: before, for one that is removed; after, for one that is added. */
  readonly at?: number;
};

export type Change = {
  readonly nodes: readonly ItemChange<PipelineNode>[];
  readonly edges: readonly ItemChange<Edge>[];
  readonly notes?: readonly ItemChange<Note>[];
  readonly fields?: { readonly before: Partial<Fields>; readonly after: Partial<Fields> };
};

export const noChange: Change = { nodes: [], edges: [] };

export function isEmpty({ nodes, edges, notes = [], fields }: Change): boolean {
  return nodes.length + edges.length + notes.length === 0 && fields === undefined;
}

export function inverse({ nodes, edges, notes, fields }: Change): Change {
  return {
    nodes: nodes.map(turned),
    edges: edges.map(turned),
    ...(notes === undefined ? {} : { notes: notes.map(turned) }),
    ...(fields === undefined ? {} : { fields: { before: fields.after, after: fields.before } }),
  };
}

function turned<T>({ id, before, after, at }: ItemChange<T>): ItemChange<T> {
  return {
    id,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
    ...(at === undefined ? {} : { at }),
  };
}

export function applyChange(document: DocumentSlice, change: Change): DocumentSlice {
  return {
    ...document,
    ...change.fields?.after,
    nodesById: applyItems(document.nodesById, change.nodes),
    edgesById: applyItems(document.edgesById, change.edges),
    notesById: applyItems(document.notesById, change.notes ?? []),
  };
}

function applyItems<T>(
  items: ReadonlyMap<string, T>,
  changes: readonly ItemChange<T>[],
): ReadonlyMap<string, T> {
  if (changes.length === 0) return items;
  const next = new Map(items);
  origins.set(next, { from: new WeakRef(items), changed: new Set(changes.map(({ id }) => id)) });
  const added: ItemChange<T>[] = [];
  for (const change of changes) {
    if (change.after === undefined) next.delete(change.id);
    else if (change.before === undefined) added.push(change);
    else next.set(change.id, change.after);
  }
  return added.length === 0 ? next : insert(next, added);
}

type Items = ReadonlyMap<string, unknown>;
type Origin = { readonly from: WeakRef<Items>; readonly changed: ReadonlySet<string> };

/** How maps came to be, so that what follows an edit of a large graph need not compare all of it. */
const origins = new WeakMap<Items, Origin>();

/** The items that came, went or were replaced. */
export function changedIds(before: Items, after: Items): ReadonlySet<string> {
  if (before === after) return nothing;
  const origin = origins.get(after);
  if (origin?.from.deref() === before) return origin.changed;
  const changed = new Set<string>();
  for (const [id, item] of after) if (before.get(id) !== item) changed.add(id);
  for (const id of before.keys()) if (!after.has(id)) changed.add(id);
  return changed;
}

const nothing: ReadonlySet<string> = new Set();

/** Each goes to its place in ascending order, so that each finds those before it already there. */
function insert<T>(items: Map<string, T>, added: readonly ItemChange<T>[]): Map<string, T> {
  const sorted = added.toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity));
  if ((sorted[0]?.at ?? items.size) >= items.size) {
    for (const { id, after } of sorted) if (after !== undefined) items.set(id, after);
    return items;
  }
  const entries: [string, T][] = [];
  const left = [...items].values();
  for (const { id, after, at = Infinity } of sorted) {
    while (entries.length < at) {
      const next = left.next();
      if (next.done === true) break;
      entries.push(next.value);
    }
    if (after !== undefined) entries.push([id, after]);
  }
  return new Map([...entries, ...left]);
}

/** What leads from one document to another. Items that both have are taken to stand in one order. */
export function difference(before: DocumentSlice, after: DocumentSlice): Change {
  return {
    nodes: itemDifference(before.nodesById, after.nodesById),
    edges: itemDifference(before.edgesById, after.edgesById),
    notes: itemDifference(before.notesById, after.notesById),
  };
}

function itemDifference<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): readonly ItemChange<T>[] {
  if (before === after) return [];
  const changes: ItemChange<T>[] = [];
  let at = 0;
  for (const [id, item] of before) {
    const next = after.get(id);
    if (next === undefined) changes.push({ id, before: item, at });
    else if (next !== item) changes.push({ id, before: item, after: next });
    at += 1;
  }
  at = 0;
  for (const [id, item] of after) {
    if (!before.has(id)) changes.push({ id, after: item, at });
    at += 1;
  }
  return changes;
}

/** One change that does what two do one after the other, where both only replace items. */
export function merged(first: Change, second: Change): Change {
  const isPlain = first.fields === undefined && second.fields === undefined;
  return {
    nodes: mergedItems(first.nodes, second.nodes),
    edges: mergedItems(first.edges, second.edges),
    notes: mergedItems(first.notes ?? [], second.notes ?? []),
    ...(isPlain ? {} : { fields: mergedFields(first, second) }),
  };
}

function mergedFields(first: Change, second: Change): NonNullable<Change['fields']> {
  return {
    before: { ...second.fields?.before, ...first.fields?.before },
    after: { ...first.fields?.after, ...second.fields?.after },
  };
}

function mergedItems<T>(
  first: readonly ItemChange<T>[],
  second: readonly ItemChange<T>[],
): readonly ItemChange<T>[] {
  const all = new Map(first.map((change) => [change.id, change]));
  for (const change of second) {
    const earlier = all.get(change.id);
    const before = earlier?.before ?? change.before;
    all.set(change.id, before === undefined ? change : { ...change, before });
  }
  return [...all.values()];
}

export function onlyReplaces({ nodes, edges, notes = [] }: Change): boolean {
  const replaces = <T>(items: readonly ItemChange<T>[]): boolean =>
    items.every(({ before, after }) => before !== undefined && after !== undefined);
  return replaces(nodes) && replaces(edges) && replaces(notes);
}
