const LONGEST = 200;

/** "Sales", "Sales 2", "Sales 3": the first that is free. */
export function nextName(name: string, taken: ReadonlySet<string>): string {
  const stem = name.replace(/ \d+$/, '');
  for (let number = 2; ; number++) {
    const ending = ` ${number}`;
    const next = stem.slice(0, LONGEST - ending.length) + ending;
    if (!taken.has(next)) return next;
  }
}
