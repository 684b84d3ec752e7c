/** Whether the features lie on scales so different that a gradient learns from the widest ones alone. */
import type { Column } from '#schemas/types.ts';
import type { Matrix } from '#nodes/lib/matrix.ts';
import type { Note } from '../values.ts';

/** From here on the steps that suit the widest feature hardly move the narrowest. */
const FAR_APART = 1000;

/** Standard deviation of a column, by Welford's recurrence. NaN where there is no row. */
function deviation(x: Matrix, column: number): number {
  let mean = 0;
  let squares = 0;
  for (let row = 0; row < x.rows; row++) {
    const value = x.data[row * x.columns + column]!;
    const off = value - mean;
    mean += off / (row + 1);
    squares += off * (value - mean);
  }
  return Math.sqrt(squares / x.rows);
}

/**
 * A warning where the standard deviations of two features differ more than a thousandfold. A yes/no feature counts as
 * 1, however rare its "yes" is: no scaling is asked of it. Constant features have no scale.
 */
export function scaleNote(x: Matrix, features: readonly Column[]): Note | undefined {
  const scales = features
    .map(({ name, type }, at) => ({ name, scale: type === 'bool' ? 1 : deviation(x, at) }))
    .filter(({ scale }) => scale > 0)
    .sort((a, b) => b.scale - a.scale);
  const widest = scales[0];
  const narrowest = scales.at(-1);
  if (!widest || !narrowest || widest.scale <= FAR_APART * narrowest.scale) return undefined;
  const times = Number((widest.scale / narrowest.scale).toPrecision(1));
  return {
    code: 'features-far-apart',
    level: 'warning',
    params: { widest: widest.name, narrowest: narrowest.name, times },
  };
}
