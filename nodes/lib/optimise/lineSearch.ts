import { addScaled, dot } from '../algebra/vector.ts';
import type { Objective } from './lbfgs.ts';

/** Where a search begins: a point, its value, a descent direction and the slope along it (negative). */
export type Ray = {
  readonly x: Float64Array;
  readonly value: number;
  readonly direction: Float64Array;
  readonly slope: number;
};

export type Evaluated = {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
};

/** Enough decrease, and enough flattening of the slope: Nocedal & Wright's usual constants. */
const DECREASE = 1e-4;
const FLATTENING = 0.9;
const MAX_EVALUATIONS = 40;

/**
 * A point along the ray that meets the weak Wolfe conditions (Lewis & Overton 2013: bracket, then close
 * in; here by the minimum of a parabola, kept away from the ends). Null where rounding leaves none.
 */
export async function wolfeStep(objective: Objective, ray: Ray): Promise<Evaluated | null> {
  let low = 0;
  let high = Infinity;
  let length = 1;
  let best: Evaluated | null = null;
  for (let tries = 0; tries < MAX_EVALUATIONS; tries++) {
    const at = await evaluate(objective, ray, length);
    const enough = ray.value + DECREASE * length * ray.slope;
    // A value that is not a number fails this comparison, too, and shortens the step.
    if (!(at.value <= enough)) {
      high = length;
      length = between(low, high, parabola(ray, length, at.value));
    } else if (dot(at.gradient, ray.direction) < FLATTENING * ray.slope) {
      if (at.value < ray.value) best = at;
      low = length;
      length = Number.isFinite(high) ? (low + high) / 2 : 2 * length;
    } else {
      return at.value < ray.value ? at : best;
    }
  }
  return best;
}

async function evaluate(objective: Objective, ray: Ray, length: number): Promise<Evaluated> {
  const x = ray.x.slice();
  addScaled(x, length, ray.direction);
  const gradient = new Float64Array(x.length);
  return { x, value: await objective(x, gradient), gradient };
}

/** The minimum of the parabola through the ray's value and slope at 0 and `value` at `length`. */
function parabola(ray: Ray, length: number, value: number): number {
  return (-ray.slope * length * length) / (2 * (value - ray.value - ray.slope * length));
}

function between(low: number, high: number, guess: number): number {
  const width = high - low;
  if (!Number.isFinite(guess)) return low + width / 2;
  return Math.min(low + 0.9 * width, Math.max(low + 0.1 * width, guess));
}
