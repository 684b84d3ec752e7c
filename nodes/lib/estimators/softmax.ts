/** exp z_k / Σ exp z_i in place, without overflow: the largest score is taken off first. */
export function softmax(values: Float64Array): void {
  let top = -Infinity;
  for (const value of values) top = Math.max(top, value);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const share = Math.exp(values[i]! - top);
    values[i] = share;
    sum += share;
  }
  for (let i = 0; i < values.length; i++) values[i] = values[i]! / sum;
}

/** 1 / (1 + exp −x), in the form without a large exponential on either side. */
export function sigmoid(x: number): number {
  const small = Math.exp(-Math.abs(x));
  return (x >= 0 ? 1 : small) / (1 + small);
}
