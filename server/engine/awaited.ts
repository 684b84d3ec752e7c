/** What has to be done, or answered, in each run anew before a step's turn comes. */

export interface Awaited {
  /** Acts on the world outside, or asks a person. */
  readonly step: string;
  /** Where a person is asked: the output by which it has to go on. */
  readonly answer?: string;
}

/** Each once. */
export function together(lists: readonly (readonly Awaited[])[]): readonly Awaited[] {
  const filled = new Set(lists.filter((list) => list.length > 0));
  // Along a chain it is one list for all.
  if (filled.size <= 1) return [...filled][0] ?? [];
  const all = new Map<string, Awaited>();
  for (const list of filled) {
    for (const each of list) all.set(`${each.step} ${each.answer ?? ''}`, each);
  }
  return [...all.values()];
}

/** Whether one person would have to answer one question in two ways. */
export function isTorn(awaited: readonly Awaited[]): boolean {
  const answers = new Map<string, string>();
  for (const { step, answer } of awaited) {
    if (answer === undefined) continue;
    if ((answers.get(step) ?? answer) !== answer) return true;
    answers.set(step, answer);
  }
  return false;
}
