import { ExactSum } from '../exact/exactSum.ts';
import { mean } from './moments.ts';

/**
 * Pearson's correlation of two lists of equal length, in [−1, 1]. Null where it is not defined: fewer
 * than two pairs, or a list whose numbers are all equal.
 */
export function pearson(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  if (a.length !== b.length) {
    throw new RangeError(
      `Correlation needs pairs, but the lists have ${a.length} and ${b.length}.`,
    );
  }
  if (a.length < 2 || isConstant(a) || isConstant(b)) return null;
  const meanA = mean(a)!;
  const meanB = mean(b)!;
  const squaresA = new ExactSum();
  const squaresB = new ExactSum();
  const products = new ExactSum();
  for (let i = 0; i < a.length; i++) {
    const gapA = a[i]! - meanA;
    const gapB = b[i]! - meanB;
    squaresA.add(gapA * gapA);
    squaresB.add(gapB * gapB);
    products.add(gapA * gapB);
  }
  const spread = Math.sqrt(squaresA.value()) * Math.sqrt(squaresB.value());
  if (spread === 0 || !Number.isFinite(spread)) return null;
  return Math.max(-1, Math.min(1, products.value() / spread));
}

function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}
