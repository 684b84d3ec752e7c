import { cholesky, choleskySolve } from '../../algebra/cholesky.ts';
import { standardisedGram } from '../../algebra/gram.ts';
import type { Standardisation } from '../../algebra/standardise.ts';
import { type Matrix, selectRows } from '../../matrix.ts';
import type { Pacer } from '../../optimise/pacer.ts';
import { curvatures } from './curvature.ts';

/** Products that the blocks may cost in sum; beyond, they are estimated from every so many-th row. */
const MAX_PRODUCTS = 2e9;
/** From here on a block costs more than it saves, and the features' own curvature has to do. */
const MAX_FEATURES = 700;
/** Share of the whole curvature that every pivot gets, so that none is zero. */
const JITTER = 1e-10;

/** Where every row is decided, the true curvature goes to 0 and its inverse out of bounds. */
const LEAST_CURVATURE = 1e-9;

/** Writes M⁻¹·gradient to `out`, M being near the Hessian. */
export type Preconditioner = (gradient: Float64Array, out: Float64Array) => void;

export type PreconditionerInput = {
  readonly x: Matrix;
  readonly rowWeights: Float64Array;
  /** One score means two classes. */
  readonly scores: number;
  readonly units: Standardisation;
  /** Strength of the penalty ½·λ·‖w‖². */
  readonly lambda: number;
};

/**
 * The inverse of the Hessian's diagonal blocks at `weights`, one block per score: XᵀCX + λI, C being the
 * rows' curvature and X with a column of ones for the intercept. It removes what slows L-BFGS down: columns
 * of different units and correlated columns. Weights are laid out as feature rows × scores, the
 * intercepts' row after the features.
 */
export async function logisticPreconditioner(
  input: PreconditionerInput,
  weights: Float64Array,
  pacer: Pacer,
): Promise<Preconditioner> {
  const { scores, units } = input;
  const size = input.x.columns + 1;
  const sample = sampleRows(input);
  const solvers: Solver[] = [];
  for (const curvature of curvatures(sample.x, sample.rowWeights, weights, scores)) {
    solvers.push(await blockSolver({ ...input, x: sample.x }, curvature, pacer));
  }
  const block = new Float64Array(size);
  return (gradient, out) => {
    out.fill(0);
    for (const [k, solve] of solvers.entries()) {
      for (let j = 0; j < size; j++) block[j] = gradient[j * scores + k]!;
      toStandardised(block, units);
      solve(block);
      fromStandardised(block, units);
      for (let j = 0; j < size; j++) out[j * scores + k] = block[j]!;
    }
  };
}

/** Solves one block for a right-hand side, in place and in standardised coordinates. */
type Solver = (vector: Float64Array) => void;

async function blockSolver(
  { x, units, lambda }: PreconditionerInput,
  curvature: Float64Array,
  pacer: Pacer,
): Promise<Solver> {
  const size = x.columns + 1;
  const total = Math.max(
    LEAST_CURVATURE,
    curvature.reduce((sum, each) => sum + each, 0),
  );
  const ridge = (j: number) => (j < x.columns ? (lambda / total) * units.factor[j]! ** 2 : 0);
  const byDiagonal: Solver = (vector) => {
    for (let j = 0; j < size; j++) vector[j] = vector[j]! / (total * (1 + ridge(j)));
  };
  if (x.columns > MAX_FEATURES) return byDiagonal;
  const gram = await standardisedGram(x, curvature, units, pacer, true);
  for (let j = 0; j < size; j++) {
    // A column that is constant, here or wherever the curvature is, still needs a pivot.
    const least = units.factor[j] === 0 ? 1 : 1e-6;
    gram[j * size + j] = Math.max(gram[j * size + j]!, least) + ridge(j) + JITTER;
  }
  if (!(await cholesky(gram, size, 0, pacer))) return byDiagonal;
  return (vector) => {
    choleskySolve(gram, size, vector);
    for (let j = 0; j < size; j++) vector[j] = vector[j]! / total;
  };
}

/** As many rows as the budget allows, at equal distances, standing for all of them. */
function sampleRows({ x, rowWeights, scores }: PreconditionerInput) {
  const enough = Math.max(10 * x.columns, (2 * MAX_PRODUCTS) / (scores * (x.columns + 1) ** 2));
  const stride = Math.max(1, Math.floor(x.rows / enough));
  if (stride === 1) return { x, rowWeights };
  const rows = Int32Array.from({ length: Math.ceil(x.rows / stride) }, (_, i) => i * stride);
  return {
    x: selectRows(x, rows),
    rowWeights: Float64Array.from(rows, (row) => rowWeights[row]! * stride),
  };
}

/** A gradient by weights of raw features as one by weights of standardised ones. */
function toStandardised(gradient: Float64Array, { shift, factor }: Standardisation): void {
  const slope = gradient[factor.length]!;
  for (let j = 0; j < factor.length; j++) {
    gradient[j] = factor[j]! * (gradient[j]! - shift[j]! * slope);
  }
}

/** Weights of standardised features as weights of raw ones, which moves the intercept. */
function fromStandardised(weights: Float64Array, { shift, factor }: Standardisation): void {
  let moved = 0;
  for (let j = 0; j < factor.length; j++) {
    weights[j] = weights[j]! * factor[j]!;
    moved += weights[j]! * shift[j]!;
  }
  weights[factor.length] = weights[factor.length]! - moved;
}
