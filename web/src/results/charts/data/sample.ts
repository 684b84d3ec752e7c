/** Rows of a wire as columns that a chart reads. */
import type { Column } from '#schemas/types.ts';
import type { Cell } from '../../../api.ts';

export type Sample = {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
};

export const isNumeric = ({ type }: Column): boolean => type === 'int64' || type === 'float64';

/** A date counts as its milliseconds; what is missing or no number is null. */
export function numbersOf({ columns, rows }: Sample, name: string): (number | null)[] {
  const at = columns.findIndex((column) => column.name === name);
  const column = columns[at];
  if (column === undefined) return [];
  const isDate = column.type === 'date' || column.type === 'timestamp';
  return rows.map((row) => {
    const cell = row[at] ?? null;
    if (typeof cell === 'number') return cell;
    if (!isDate || typeof cell !== 'string') return null;
    const time = Date.parse(column.type === 'date' ? `${cell}T00:00:00Z` : `${cell}Z`);
    return Number.isNaN(time) ? null : time;
  });
}

/** Yes and no in the reader's words, since a picture labels its bars and boxes with what the cells say. */
export const inWords = (
  { columns, rows }: Sample,
  words: { readonly yes: string; readonly no: string },
): Sample => ({
  columns,
  rows: rows.map((row) =>
    row.map((cell) => (typeof cell === 'boolean' ? (cell ? words.yes : words.no) : cell)),
  ),
});

export function labelsOf({ columns, rows }: Sample, name: string): (string | null)[] {
  const at = columns.findIndex((column) => column.name === name);
  return rows.map((row) => {
    const cell = row[at] ?? null;
    return cell === null ? null : String(cell);
  });
}

/** The most frequent labels first; what is beyond `most` is one group, if there is a word for it. */
export function countLabels(
  labels: readonly (string | null)[],
  most: number,
): { readonly counts: readonly (readonly [string, number])[]; readonly others: number } {
  const counts = new Map<string, number>();
  for (const label of labels) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const others = sorted.slice(most).reduce((sum, [, count]) => sum + count, 0);
  return { counts: sorted.slice(0, most), others };
}

/** Least, quartiles and greatest, by linear interpolation between ranks (Hyndman and Fan's type 7). */
export function fiveNumbers(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const place = share * (sorted.length - 1);
    const low = Math.floor(place);
    const [a, b] = [sorted[low]!, sorted[Math.ceil(place)]!];
    return a + (b - a) * (place - low);
  });
}

/** Pearson's r over the rows where both are there; null where one of them does not vary. */
export function correlation(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
): number | null {
  const pairs = a.flatMap((x, at) => {
    const y = b[at] ?? null;
    return x === null || y === null ? [] : [[x, y] as const];
  });
  const mean = (of: 0 | 1): number =>
    pairs.reduce((sum, pair) => sum + pair[of], 0) / Math.max(1, pairs.length);
  const [mx, my] = [mean(0), mean(1)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
    xy += (x - mx) * (y - my);
  }
  return xx === 0 || yy === 0 ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/** Bins of equal width, as many as Sturges' rule says. */
export function binned(values: readonly number[]): { edges: number[]; counts: number[] } {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low === high) return { edges: [low - 0.5, high + 0.5], counts: [values.length] };
  const bins = Math.ceil(Math.log2(values.length) + 1);
  const edges = Array.from({ length: bins + 1 }, (_, at) => low + ((high - low) * at) / bins);
  const counts = edges.slice(1).map(() => 0);
  for (const value of values) {
    const at = Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins));
    counts[at] = counts[at]! + 1;
  }
  return { edges, counts };
}
