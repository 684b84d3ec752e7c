import type { Objective } from '../../optimise/lbfgs.ts';
import type { Pacer } from '../../optimise/pacer.ts';
import type { RowsLoss } from './rowsLoss.ts';

/** Products done between two looks at the clock: about a millisecond's work. */
const PRODUCTS_PER_TURN = 1_000_000;

/**
 * The penalised loss Σ_i loss_i + ½·λ·‖w‖² over all rows, where the penalty covers the first `penalised`
 * weights only (intercepts come after them).
 */
export function penalisedLoss(
  rowsLoss: RowsLoss,
  rows: number,
  penalised: number,
  lambda: number,
  pacer: Pacer,
): Objective {
  return async (weights, gradient) => {
    const perTurn = Math.max(4, Math.floor(PRODUCTS_PER_TURN / weights.length) & ~3);
    gradient.fill(0);
    let loss = 0;
    for (let from = 0; from < rows; from += perTurn) {
      loss += rowsLoss(weights, gradient, from, Math.min(rows, from + perTurn));
      const turn = pacer();
      if (turn) await turn;
    }
    let squares = 0;
    for (let i = 0; i < penalised; i++) {
      const weight = weights[i]!;
      squares += weight * weight;
      gradient[i] = gradient[i]! + lambda * weight;
    }
    return loss + (lambda / 2) * squares;
  };
}
