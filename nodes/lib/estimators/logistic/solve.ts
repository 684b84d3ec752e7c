import { standardisation } from '../../algebra/standardise.ts';
import type { Matrix } from '../../matrix.ts';
import { minimise, type Minimum } from '../../optimise/lbfgs.ts';
import type { Pacer } from '../../optimise/pacer.ts';
import { binaryLoss } from './binaryLoss.ts';
import { penalisedLoss } from './objective.ts';
import { logisticPreconditioner } from './preconditioner.ts';
import { paddedFeatures, softmaxLoss } from './softmaxLoss.ts';

/** A training problem over classes that all have rows. */
export type LogisticProblem = {
  readonly x: Matrix;
  /** Class index of each row, below `shares.length`. */
  readonly y: Float64Array;
  /** Sum to 1, so that the objective is a mean. */
  readonly rowWeights: Float64Array;
  /** Weighted share of each class. */
  readonly shares: readonly number[];
  /** Strength of the penalty ½·λ·‖w‖². */
  readonly lambda: number;
};

export type SolveOptions = {
  readonly maxIterations: number;
  readonly tolerance: number;
  readonly onIteration: (iteration: number, value: number) => void;
};

/** The curvature is looked at afresh after so many iterations: first soon, for the start is far from the end. */
const FIRST_STAGE = 30;
const LATER_STAGES = 100;

/** One score per class, but a single one for two classes. */
export function scoresOf(shares: readonly number[]): number {
  return shares.length === 2 ? 1 : shares.length;
}

/**
 * The weights with the least penalised loss. `x` of the result is laid out as feature rows × scores, then
 * a row of intercepts; what follows is padding.
 */
export async function solveLogistic(
  problem: LogisticProblem,
  { maxIterations, tolerance, onIteration }: SolveOptions,
  pacer: Pacer,
): Promise<Minimum> {
  const { x, y, rowWeights, shares, lambda } = problem;
  const scores = scoresOf(shares);
  if (shares.length === 1) return nothingToDecide(x.columns);
  const loss = scores === 1 ? binaryLoss(x, y, rowWeights) : softmaxLoss(x, y, rowWeights, scores);
  const objective = penalisedLoss(loss, x.rows, x.columns * scores, lambda, pacer);
  const units = standardisation(x, rowWeights, true);
  const start = startAt(problem, scores);
  let found: Minimum = { x: start, value: Infinity, iterations: 0, converged: false };
  do {
    const before = found.iterations;
    const stage = before === 0 ? FIRST_STAGE : LATER_STAGES;
    const next = await minimise(objective, found.x, {
      tolerance,
      maxIterations: Math.min(stage, maxIterations - before),
      precondition: await logisticPreconditioner(
        { x, rowWeights, scores, units, lambda },
        found.x,
        pacer,
      ),
      onIteration: (iteration, value) => onIteration(before + iteration, value),
    });
    found = { ...next, iterations: before + next.iterations };
  } while (!found.converged && found.iterations < maxIterations);
  return found;
}

/** A lone class needs no weights: its probability is 1 whatever its score. */
function nothingToDecide(columns: number): Minimum {
  return { x: new Float64Array(columns + 1), value: 0, iterations: 0, converged: true };
}

/** Zero, but for intercepts that already give each class its share. */
function startAt({ x, shares }: LogisticProblem, scores: number): Float64Array {
  const rows = scores === 1 ? x.columns + 1 : paddedFeatures(x.columns);
  const start = new Float64Array(rows * scores);
  const logs = shares.map((share) => Math.log(share));
  start.set(scores === 1 ? [logs[1]! - logs[0]!] : logs, x.columns * scores);
  return start;
}
