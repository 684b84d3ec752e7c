/**
 * What the training loop asks of a model in training. The loop owns epochs, order, stopping and cancelling;
 * the step owns numbers: parameters, gradients, the optimiser's memory. A fused kernel replaces a step
 * (dense/createDenseStep.ts) and nothing else.
 *
 * Where a step's time goes (64-32-1 on 30 features, batch 128, WASM, some 350 µs): kernel gradients 25%,
 * forward pass 21%, gradients passed down 12%, gather 10%, bias gradients 8%, transposes 5%, optimiser 5%,
 * rectifiers 4%; the rest is handing arrays over. At batch 512 products alone are two thirds.
 *
 * Every method is synchronous and leaves no tensor behind, so that the loop may give way between any two.
 */
export interface TrainStep {
  /** Rows that one call may take: about 25 ms of work and a bounded amount of memory. */
  readonly sliceRows: number;
  /** As `sliceRows`, for `evaluate`, which keeps nothing for a backward pass. */
  readonly evaluateRows: number;

  /**
   * Forward and backward pass over training rows `rows`, a part of one batch: adds their share of the
   * batch's gradient. `batchRows` is the size of the whole batch, the divisor of the mean.
   * Returns the sum of the rows' weighted losses, penalty left out; NaN or infinite where training diverged.
   */
  accumulate(rows: Int32Array, batchRows: number): number;

  /** One optimiser step with what was accumulated since the last one. */
  update(): void;

  /** Sum of weighted losses of validation rows [from, to), without dropout. */
  evaluate(from: number, to: number): number;

  /**
   * Whether every parameter is a finite number. Losses alone do not tell: a rectifier can turn NaN into 0.
   */
  isFinite(): boolean;

  /** A copy of the parameters. */
  snapshot(): Float32Array;
  restore(parameters: Float32Array): void;
}
