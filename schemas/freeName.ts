/** The longest name that a document may bear, in characters. */
const LONGEST = 200;

/**
 * The name itself, or else with the first number from 2 on that nobody has: "Sales", "Sales (2)", "Sales (3)". A number
 * of its own, such as a year, stays.
 */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const stem = Array.from(wanted.replace(/ \(\d+\)$/, ''));
  for (let number = 2; ; number++) {
    const mark = ` (${number})`;
    const name = stem.slice(0, LONGEST - mark.length).join('') + mark;
    if (!taken.has(name)) return name;
  }
}
