/** What an entry of the history is about, in words: nodes as they are called on the canvas. */
import type { Locale } from '#schemas/types.ts';
import type { Entry } from '../store/history.ts';
import type { CatalogueSlice } from '../store/state.ts';
import { nodeTitle } from './nodeTitle.ts';

export function historyWords(
  { about, change }: Pick<Entry, 'about' | 'change'>,
  { types }: Pick<CatalogueSlice, 'types'>,
  locale: Locale,
): Entry['about'] {
  const touched = change.nodes.find(({ id }) => id === about['node']);
  const node = touched?.before ?? touched?.after;
  return node === undefined
    ? about
    : { ...about, node: nodeTitle(node, types.get(node.type), locale) };
}
