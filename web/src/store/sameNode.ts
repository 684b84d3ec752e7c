import type { PipelineNode } from '#schemas/types.ts';

/** Whether two states of a node differ at most in where it stands, which only the canvas shows. */
export function isSameButPlace(
  one: PipelineNode | undefined,
  other: PipelineNode | undefined,
): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  const { position: _, ...a } = one;
  const { position: __, ...b } = other;
  const names = Object.keys(a) as (keyof typeof a)[];
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
