import { cholesky, choleskySolve } from '../../algebra/cholesky.ts';
import { standardisedGram } from '../../algebra/gram.ts';
import { type Standardisation, standardisation } from '../../algebra/standardise.ts';
import type { Matrix } from '../../matrix.ts';
import type { Pacer } from '../../optimise/pacer.ts';

/** Beyond this many features the correlations between them cost more than they save. */
const MAX_CORRELATED = 1500;
/** Products that the correlations may cost; beyond, they are estimated from every so many-th row. */
const GRAM_PRODUCTS = 4e8;
const JITTER = 1e-10;

export type PreconditionerInput = {
  readonly x: Matrix;
  readonly rowWeights: Float64Array;
  /** Weighted share of the rows in each class that has weights of its own. */
  readonly shares: readonly number[];
  readonly lambda: number;
  /** Length of the weight vector: feature rows × classes, the intercepts' row after the features. */
  readonly size: number;
};

/**
 * An approximate inverse Hessian of the penalised log loss near its start: per class c_k·XᵀX/n + λI, with
 * the curvature c_k = share·(1 − share) and the intercept as a column of ones. Böhning (1992) bounds the
 * Hessian by the same form. It removes what slows L-BFGS down: columns of different units and
 * correlated columns.
 */
export async function logisticPreconditioner(
  input: PreconditionerInput,
  pacer: Pacer,
): Promise<(gradient: Float64Array, out: Float64Array) => void> {
  const { x, rowWeights, shares } = input;
  const curvatures = shares.map((share) => Math.max(1e-9, share * (1 - share)));
  const typical = curvatures.reduce((sum, each) => sum + each, 0) / curvatures.length;
  const units = standardisation(x, rowWeights, true);
  const ridge = units.factor.map((factor) => (input.lambda / typical) * factor * factor + JITTER);
  const solve = await featureSolver(x, rowWeights, units, ridge, pacer);
  const classes = shares.length;
  const features = x.columns;
  const column = new Float64Array(features);
  return (gradient, out) => {
    out.fill(0);
    for (let k = 0; k < classes; k++) {
      const atIntercept = features * classes + k;
      const slope = gradient[atIntercept]!;
      // Into standardised coordinates, where the intercept is independent of the features, and back.
      for (let j = 0; j < features; j++) {
        column[j] = units.factor[j]! * (gradient[j * classes + k]! - units.shift[j]! * slope);
      }
      solve(column);
      let intercept = slope / curvatures[k]!;
      for (let j = 0; j < features; j++) {
        const weight = (units.factor[j]! * column[j]!) / curvatures[k]!;
        out[j * classes + k] = weight;
        intercept -= units.shift[j]! * weight;
      }
      out[atIntercept] = intercept;
    }
  };
}

/** Solves (ZᵀZ/n + ridge)·u = g in place, or its diagonal alone where that is all there is time for. */
async function featureSolver(
  x: Matrix,
  rowWeights: Float64Array,
  units: Standardisation,
  ridge: Float64Array,
  pacer: Pacer,
): Promise<(vector: Float64Array) => void> {
  const size = x.columns;
  const byDiagonal = (vector: Float64Array) => {
    for (let j = 0; j < size; j++) vector[j] = vector[j]! / (1 + ridge[j]!);
  };
  if (size > MAX_CORRELATED) return byDiagonal;
  const enough = Math.max(4 * size, GRAM_PRODUCTS / (size * size));
  const stride = Math.max(1, Math.floor(x.rows / enough));
  const gram = await standardisedGram(x, rowWeights, units, pacer, stride);
  for (let j = 0; j < size; j++) {
    // A column that is constant, in the sample or at all, still needs a pivot.
    gram[j * size + j] =
      Math.max(gram[j * size + j]!, units.factor[j] === 0 ? 1 : 1e-6) + ridge[j]!;
  }
  const factored = await cholesky(gram, size, 1e-14, pacer);
  return factored ? (vector) => choleskySolve(gram, size, vector) : byDiagonal;
}
