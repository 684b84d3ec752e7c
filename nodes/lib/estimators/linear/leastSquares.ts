import { cholesky, choleskySolve } from '../../algebra/cholesky.ts';
import { standardisedGram } from '../../algebra/gram.ts';
import { pivotedCholesky, pseudoInverse } from '../../algebra/pivotedCholesky.ts';
import type { Standardisation } from '../../algebra/standardise.ts';
import { addScaled, dot, scaled } from '../../algebra/vector.ts';
import type { Matrix } from '../../matrix.ts';
import type { Pacer } from '../../optimise/pacer.ts';

/**
 * A column whose part that the others do not explain has less than this share of its variance counts as
 * explained: with Float32 features such a rest is rounding.
 */
const COLLINEAR = 1e-12;
/** Each pass over the residuals gains back the digits that squaring the condition number has cost. */
const REFINEMENTS = 3;
/** From here on the matrix of all pairs of columns takes more memory and time than it is worth. */
const MAX_DIRECT = 4000;

export type LeastSquaresInput = {
  readonly x: Matrix;
  /** The target, centred, one per row. */
  readonly target: Float64Array;
  /** Sums to 1. */
  readonly weights: Float64Array;
  readonly units: Standardisation;
  /** Penalty on each standardised weight, on the scale of the mean squared error. */
  readonly ridge: Float64Array;
};

export type LeastSquares = {
  /** One weight per standardised column; 0 for constant ones. */
  readonly weights: Float64Array;
  /** Independent columns found, or null where they were not counted. */
  readonly rank: number | null;
};

/**
 * The v that minimises Σ w_i·(target_i − z_i·v)² + Σ ridge_j·v_j², z being the standardised columns. Where
 * many v do (collinear columns, more columns than rows) the shortest of them.
 *
 * Normal equations by Cholesky's factorisation, or a rank-revealing one where that breaks down, then
 * iterative refinement with residuals from the data (Björck, "Numerical Methods for Least Squares
 * Problems", 1996, section 2.9). Beyond 4,000 columns: conjugate gradients (CGLS, ibid. 7.4).
 */
export async function leastSquares(input: LeastSquaresInput, pacer: Pacer): Promise<LeastSquares> {
  const size = input.x.columns;
  if (size > MAX_DIRECT) return { weights: await conjugateGradients(input, pacer), rank: null };
  const { solve, rank } = await normalEquations(input, pacer);
  const weights = new Float64Array(size);
  for (let pass = 0; pass <= REFINEMENTS; pass++) {
    const step = await descent(input, weights, pacer);
    solve(step);
    addScaled(weights, 1, step);
  }
  return { weights, rank };
}

type Solver = { readonly solve: (vector: Float64Array) => void; readonly rank: number };

async function normalEquations(input: LeastSquaresInput, pacer: Pacer): Promise<Solver> {
  const { x, units, ridge } = input;
  const size = x.columns;
  const gram = await standardisedGram(x, input.weights, units, pacer);
  let constant = 0;
  for (let j = 0; j < size; j++) {
    // A constant column is all zeros here; any pivot gives it the weight 0.
    if (units.factor[j] === 0) constant++;
    gram[j * size + j] = units.factor[j] === 0 ? 1 : gram[j * size + j]! + ridge[j]!;
  }
  const factor = gram.slice();
  if (await cholesky(factor, size, COLLINEAR, pacer)) {
    return { solve: (vector) => choleskySolve(factor, size, vector), rank: size - constant };
  }
  const lowRank = await pivotedCholesky(gram, size, COLLINEAR, pacer);
  return { solve: await pseudoInverse(lowRank, pacer), rank: lowRank.rank - constant };
}

/** Half the negative gradient: Zᵀ·W·(target − Z·v) − ridge·v. */
async function descent(
  { x, target, weights, units, ridge }: LeastSquaresInput,
  v: Float64Array,
  pacer: Pacer,
): Promise<Float64Array> {
  const { rows, columns, data } = x;
  const out = new Float64Array(columns);
  const z = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    const at = i * columns;
    for (let j = 0; j < columns; j++) z[j] = (data[at + j]! - units.shift[j]!) * units.factor[j]!;
    addScaled(out, weights[i]! * (target[i]! - dot(z, v)), z);
    if ((i & 255) === 255) {
      const turn = pacer();
      if (turn) await turn;
    }
  }
  for (let j = 0; j < columns; j++) out[j] = out[j]! - ridge[j]! * v[j]!;
  return out;
}

/** Started at 0, it stays in the row space, which leads to the shortest solution. */
async function conjugateGradients(input: LeastSquaresInput, pacer: Pacer): Promise<Float64Array> {
  const size = input.x.columns;
  const v = new Float64Array(size);
  let rest = await descent(input, v, pacer);
  const direction = rest.slice();
  const origin = rest.slice();
  let square = dot(rest, rest);
  const enough = square * 1e-20;
  const most = 2 * Math.min(size, input.x.rows);
  for (let iteration = 0; iteration < most && square > enough; iteration++) {
    // The normal matrix times the direction: what the descent at 0 loses when going there.
    const image = await descent(input, direction, pacer);
    scaled(image, -1);
    addScaled(image, 1, origin);
    const step = square / dot(direction, image);
    addScaled(v, step, direction);
    rest = rest.slice();
    addScaled(rest, -step, image);
    const next = dot(rest, rest);
    scaled(direction, next / square);
    addScaled(direction, 1, rest);
    square = next;
  }
  return v;
}
