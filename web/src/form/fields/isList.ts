import type { Field } from '../model/types.ts';

/** Few choices are all in view; many are in a list. */
export function isList({ choices }: Pick<Field, 'choices'>): boolean {
  return choices.length > 4;
}
