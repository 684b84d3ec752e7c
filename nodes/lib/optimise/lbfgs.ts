import { addScaled, dot, scaled } from '../algebra/vector.ts';
import { wolfeStep } from './lineSearch.ts';

/** Writes the gradient at `x` to `gradient` and resolves to the value. */
export type Objective = (x: Float64Array, gradient: Float64Array) => Promise<number>;

export type MinimiseOptions = {
  readonly maxIterations: number;
  /** Converged once √(gᵀM⁻¹g) is at most this: the gradient's norm in the preconditioner's metric. */
  readonly tolerance: number;
  /** Writes M⁻¹g to `out`, M being symmetric, positive definite and near the Hessian. Absent: M = I. */
  readonly precondition?: ((gradient: Float64Array, out: Float64Array) => void) | undefined;
  /** How many pairs of differences stand for the curvature. */
  readonly memory?: number;
  readonly onIteration?: ((iteration: number, value: number) => void) | undefined;
};

export type Minimum = {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
  /** False where the iterations ran out. */
  readonly converged: boolean;
};

/** Differences of two successive points and of their gradients. */
type Pair = { readonly step: Float64Array; readonly change: Float64Array; readonly rho: number };

/**
 * Minimises a smooth convex function from `start` by L-BFGS (Nocedal & Wright, "Numerical Optimization",
 * algorithms 7.4 and 7.5), preconditioned: the inverse Hessian is first taken as γM⁻¹. Deterministic.
 */
export async function minimise(
  objective: Objective,
  start: Float64Array,
  options: MinimiseOptions,
): Promise<Minimum> {
  const { maxIterations, tolerance, memory = 10, onIteration } = options;
  const precondition = options.precondition ?? ((gradient, out) => out.set(gradient));
  const pairs: Pair[] = [];
  const size = start.length;
  let x: Float64Array = start.slice();
  let gradient: Float64Array = new Float64Array(size);
  let value = await objective(x, gradient);
  const direction = new Float64Array(size);
  for (let iteration = 0; ; iteration++) {
    precondition(gradient, direction);
    const norm = Math.sqrt(Math.max(0, dot(gradient, direction)));
    if (norm <= tolerance) return { x, value, iterations: iteration, converged: true };
    if (iteration === maxIterations) return { x, value, iterations: iteration, converged: false };
    applyInverse(pairs, gradient, direction, precondition);
    let slope = dot(gradient, direction);
    if (!(slope < 0)) {
      // The stored curvature has become useless by rounding: begin again from steepest descent.
      pairs.length = 0;
      applyInverse(pairs, gradient, direction, precondition);
      slope = dot(gradient, direction);
    }
    const next = await wolfeStep(objective, { x, value, direction, slope });
    // No lower value to be found along a descent direction: this is as exact as doubles get.
    if (next === null) return { x, value, iterations: iteration, converged: true };
    remember(pairs, memory, { x, gradient }, next);
    const gain = value - next.value;
    ({ x, value, gradient } = next);
    onIteration?.(iteration + 1, value);
    if (gain <= 4 * Number.EPSILON * Math.abs(value)) {
      return { x, value, iterations: iteration + 1, converged: true };
    }
  }
}

/** direction = −H·gradient by the two-loop recursion, H the inverse Hessian that the pairs stand for. */
function applyInverse(
  pairs: readonly Pair[],
  gradient: Float64Array,
  direction: Float64Array,
  precondition: (gradient: Float64Array, out: Float64Array) => void,
): void {
  const rest = gradient.slice();
  const alphas = new Float64Array(pairs.length);
  for (let i = pairs.length - 1; i >= 0; i--) {
    const { step, change, rho } = pairs[i]!;
    alphas[i] = rho * dot(step, rest);
    addScaled(rest, -alphas[i]!, change);
  }
  precondition(rest, direction);
  const latest = pairs.at(-1);
  if (latest !== undefined) {
    precondition(latest.change, rest);
    scaled(direction, 1 / (latest.rho * dot(latest.change, rest)));
  }
  for (let i = 0; i < pairs.length; i++) {
    const { step, change, rho } = pairs[i]!;
    addScaled(direction, alphas[i]! - rho * dot(change, direction), step);
  }
  scaled(direction, -1);
}

type Point = { readonly x: Float64Array; readonly gradient: Float64Array };

/** Keeps a pair only where the curvature along it is surely positive. */
function remember(pairs: Pair[], memory: number, from: Point, to: Point): void {
  const step = to.x.slice();
  const change = to.gradient.slice();
  addScaled(step, -1, from.x);
  addScaled(change, -1, from.gradient);
  const curvature = dot(step, change);
  if (!(curvature > Number.EPSILON * dot(change, change) * 1e-8)) return;
  pairs.push({ step, change, rho: 1 / curvature });
  if (pairs.length > memory) pairs.shift();
}
