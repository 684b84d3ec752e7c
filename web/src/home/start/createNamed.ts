import type { Pipeline } from '#schemas/types.ts';
import { createPipeline, listPipelines } from '../../api.ts';

/** The longest that a document may bear. */
const LONGEST = 200;

/** Saved under a name that no other pipeline bears: two from one file are told apart in every list. Throws ApiError. */
export async function createNamed(document: Pipeline): Promise<{ readonly id: string }> {
  const all = await listPipelines();
  const name = freshName(
    document.name,
    all.map((each) => each.name),
  );
  return createPipeline({ ...document, name });
}

/** The name itself, or else with the first number from 2 on that nobody has. */
export function freshName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken);
  for (let number = 1; ; number++) {
    const mark = number === 1 ? '' : ` (${number})`;
    const name = `${wanted.slice(0, LONGEST - mark.length)}${mark}`;
    if (!known.has(name)) return name;
  }
}
