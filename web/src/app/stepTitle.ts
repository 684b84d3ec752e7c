import type { Locale } from '#schemas/types.ts';
import type { State } from '../store/state.ts';
import { placesOf } from '../store/steps.ts';
import { nodeTitle } from './nodeTitle.ts';

/** What people read as a step's name: in a subflow, after the names of the nodes around it. */
export function stepTitle(
  step: string,
  { document, catalogue }: Pick<State, 'document' | 'catalogue'>,
  locale: Locale,
): string {
  const places = placesOf(step, document);
  if (places.length === 0) return step;
  return places
    .map(({ node }) => nodeTitle(node, catalogue.types.get(node.type), locale))
    .join(' › ');
}
