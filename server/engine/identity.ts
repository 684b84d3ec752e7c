/** What a step's key says of the step itself; the keys of its inputs come on top. */
import type { DatasetRef, Json } from '#schemas/types.ts';
import type { NodeEntry } from './catalogue.ts';
import type { DefinitionTraits } from './definitions.ts';
import { paramTexts } from './paramTexts.ts';
import type { Identity } from './planned.ts';

/**
 * Rises when the same step gives another result: another rounding of fitted states, another reading of a plan. Every
 * cached result is then made again.
 */
export const SEMANTICS = 2;

export function identityOf(
  { definition, version }: NodeEntry,
  params: { readonly [name: string]: Json },
  seed: number,
  traits: DefinitionTraits | undefined,
): Identity {
  const sources: { [path: string]: DatasetRef } = {};
  return {
    type: definition.type,
    version: `${version}.${SEMANTICS}`,
    params: paramTexts(params, sources),
    sources,
    ...(definition.random || traits?.random ? { seed } : {}),
    ...(traits ? { definition: traits.hash } : {}),
    effect: definition.effect === true || traits?.effect === true,
  };
}
