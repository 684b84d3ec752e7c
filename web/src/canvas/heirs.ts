import type { DocumentSlice } from '../store/state.ts';
import { noteIdOf } from './notes/notesToFlow.ts';

type Graph = Pick<DocumentSlice, 'nodesById' | 'edgesById' | 'notesById'>;

/**
 * Who takes the keys when a card, a note or a wire goes away, by React Flow's ids: what was wired to it, first what
 * came after, else the nearest of those that are drawn. A wire's ends are its heirs.
 */
export function heirOf(
  gone: string,
  { before, drawn }: { readonly before: Graph; readonly drawn: ReadonlySet<string> },
): string | undefined {
  const wired = wiredTo(gone, before).find((id) => drawn.has(id));
  if (wired !== undefined) return wired;
  const from = before.edgesById.get(gone)?.from.node ?? gone;
  const start = placeOf(from, before);
  if (start === undefined) return [...drawn][0];
  let [heir, least]: [string | undefined, number] = [undefined, Infinity];
  for (const id of drawn) {
    const place = placeOf(id, before);
    const far = place === undefined ? Infinity : Math.hypot(place.x - start.x, place.y - start.y);
    if (far < least) [heir, least] = [id, far];
  }
  return heir;
}

function wiredTo(gone: string, { edgesById }: Graph): readonly string[] {
  const wire = edgesById.get(gone);
  if (wire !== undefined) return [wire.from.node, wire.to.node];
  const wires = [...edgesById.values()];
  return [
    ...wires.flatMap(({ from, to }) => (from.node === gone ? [to.node] : [])),
    ...wires.flatMap(({ from, to }) => (to.node === gone ? [from.node] : [])),
  ];
}

function placeOf(id: string, { nodesById, notesById }: Graph) {
  return (nodesById.get(id) ?? notesById.get(noteIdOf(id) ?? ''))?.position;
}
