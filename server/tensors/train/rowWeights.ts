import type { DenseData } from '#nodes/sdk/context.ts';

/**
 * How much each row counts in the loss: its own weight × the weight of its class, brought to mean 1, so that
 * twice all weights is the same task and the learning rate keeps its meaning. Undefined: every row counts 1.
 *
 * Throws RangeError where a weight is negative or not finite, or no row counts.
 */
export function rowWeights(
  data: DenseData,
  classWeights: Float64Array | undefined,
): Float64Array | undefined {
  if (!data.weights && !classWeights) return undefined;
  const rows = data.x.rows;
  const each = new Float64Array(rows);
  let total = 0;
  for (let i = 0; i < rows; i++) {
    const weight = (data.weights?.[i] ?? 1) * (classWeights?.[data.y[i]!] ?? 1);
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`Row ${i} has weight ${weight}.`);
    each[i] = weight;
    total += weight;
  }
  if (!(total > 0 && total < Infinity)) throw new RangeError(`All weights sum to ${total}.`);
  // Division first: tiny weights must not meet an infinite factor.
  for (let i = 0; i < rows; i++) each[i] = (each[i]! / total) * rows;
  return each;
}
