/** Where a step's random draws come from. */
import { hash } from 'node:crypto';

/**
 * The seed of a step: the first 32 bits of sha256 over the run's seed and the step id. Never 0, because TensorFlow.js
 * ignores a seed of 0. It depends on nothing else, so adding or moving other nodes changes no draw.
 */
export function stepSeed(runSeed: number, step: string): number {
  const digest = hash('sha256', `seed ${runSeed} ${step}`, 'hex');
  return Number.parseInt(digest.slice(0, 8), 16) || 1;
}
