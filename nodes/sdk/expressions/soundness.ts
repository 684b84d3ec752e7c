import { EsteiraError } from '#schemas/errors.ts';
import { readExpression } from './read.ts';
import type { Expr, Problem } from './types.ts';

/** Frozen expressions that were found sound. */
const sound = new WeakSet<Expr>();

/**
 * What makes a tree no expression at all, or one beyond the limits: parameters of documents arrive as plain JSON of
 * anybody, typed as expressions. Who walks a tree asks first; the answer is kept for frozen trees.
 */
export function unsoundness(expr: Expr): Problem | undefined {
  if (sound.has(expr)) return undefined;
  const reading = readExpression(expr);
  if ('problem' in reading) return reading.problem;
  if (Object.isFrozen(expr)) sound.add(expr);
  return undefined;
}

/** The error that a person reads about a problem. */
export function expressionError({ code, params }: Problem): EsteiraError {
  return new EsteiraError<`${string}.${string}`>(code as `${string}.${string}`, params);
}
