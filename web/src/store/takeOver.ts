/** A version that another window saved, in place of the one that is open. */
import type { Edge, Pipeline } from '#schemas/types.ts';
import { changedIds, type ItemChange } from './change.ts';
import { openDocument } from './document.ts';
import type { Entry } from './history.ts';
import { sameJson } from './sameJson.ts';
import type { DocumentSlice, Fields, HistorySlice } from './state.ts';

const FIELDS = [
  'name',
  'description',
  'seed',
  'parameters',
  'definitions',
] as const satisfies readonly (keyof Fields)[];

/** The other version; what is equal in both stays the same object, so that nothing draws again for it. */
export function takenOver(before: DocumentSlice, theirs: Pipeline): DocumentSlice {
  const after = openDocument(before.id, theirs);
  const next: DocumentSlice = {
    id: before.id,
    name: after.name,
    description: after.description,
    seed: after.seed,
    parameters: shared(before.parameters, after.parameters),
    definitions: shared(before.definitions, after.definitions),
    nodesById: sharedItems(before.nodesById, after.nodesById),
    edgesById: sharedItems(before.edgesById, after.edgesById),
    notesById: sharedItems(before.notesById, after.notesById),
  };
  const names = Object.keys(next) as (keyof DocumentSlice)[];
  return names.every((name) => next[name] === before[name]) ? before : next;
}

const shared = <T>(before: T, after: T): T => (sameJson(before, after) ? before : after);

/** Their order counts too: it is that in which wires come into a node. */
function sharedItems<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const next = new Map<string, T>();
  const known = before.entries();
  let isSame = before.size === after.size;
  for (const [id, item] of after) {
    const old = before.get(id);
    const kept = old === undefined ? item : shared(old, item);
    next.set(id, kept);
    if (isSame) {
      const [knownId, knownItem] = known.next().value!;
      isSame = knownId === id && knownItem === kept;
    }
  }
  return isSame ? before : next;
}

/** What a change has to do with: these nodes, those at the ends of its wires, notes, and fields of the document. */
type Touched = {
  readonly nodes: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
};

/**
 * What can still be undone and redone here: the last steps that have nothing to do with what the other window changed.
 * An older one would put back what stood there before, and take the other's work with it, unseen.
 */
export function historyAfter(
  { done, undone }: HistorySlice,
  before: DocumentSlice,
  after: DocumentSlice,
): HistorySlice {
  const theirs = touchedBetween(before, after);
  const apart = (entries: readonly Entry[]): readonly Entry[] => {
    const at = entries.findLastIndex((entry) => !areApart(touchedBy(entry), theirs));
    return at === -1 ? entries : entries.slice(at + 1);
  };
  return { done: apart(done), undone: apart(undone) };
}

function areApart(mine: Touched, theirs: Touched): boolean {
  // Any node may name a parameter or a subflow.
  const isOfAll = namesWhatAllUse(mine) || namesWhatAllUse(theirs);
  return (
    !(isOfAll && mine.nodes.size + mine.fields.size + theirs.nodes.size > 0) &&
    mine.nodes.isDisjointFrom(theirs.nodes) &&
    mine.notes.isDisjointFrom(theirs.notes) &&
    mine.fields.isDisjointFrom(theirs.fields)
  );
}

const namesWhatAllUse = ({ fields }: Touched): boolean =>
  fields.has('parameters') || fields.has('definitions');

function touchedBetween(before: DocumentSlice, after: DocumentSlice): Touched {
  const nodes = new Set(changedIds(before.nodesById, after.nodesById));
  for (const id of changedIds(before.edgesById, after.edgesById)) {
    addEnds(nodes, before.edgesById.get(id));
    addEnds(nodes, after.edgesById.get(id));
  }
  const notes = changedIds(before.notesById, after.notesById);
  const fields = new Set(FIELDS.filter((field) => before[field] !== after[field]));
  return { nodes, notes, fields };
}

function touchedBy({ change: { nodes, edges, notes = [], fields } }: Entry): Touched {
  const touched = new Set(nodes.map(idOf));
  for (const { before, after } of edges) {
    addEnds(touched, before);
    addEnds(touched, after);
  }
  const names = [...Object.keys(fields?.before ?? {}), ...Object.keys(fields?.after ?? {})];
  return { nodes: touched, notes: new Set(notes.map(idOf)), fields: new Set(names) };
}

const idOf = ({ id }: ItemChange<unknown>): string => id;

function addEnds(nodes: Set<string>, edge: Edge | undefined): void {
  if (edge === undefined) return;
  nodes.add(edge.from.node);
  nodes.add(edge.to.node);
}
