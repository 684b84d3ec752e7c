/** Keeps the best parameters seen and says when waiting for better ones ends. */
export interface EarlyStopping {
  /** The loss after epoch `epoch`; `snapshot` is called only where it is the lowest so far. True: stop now. */
  observe(epoch: number, loss: number, snapshot: () => Float32Array): boolean;
  /** The lowest loss's epoch and parameters; undefined where nothing was watched. */
  best(): { readonly epoch: number; readonly parameters: Float32Array } | undefined;
}

/** `patience`: epochs without a lower loss before stopping; 0 watches nothing and keeps nothing. */
export function earlyStopping(patience: number): EarlyStopping {
  let lowest = Infinity;
  let best: { epoch: number; parameters: Float32Array } | undefined;
  return {
    observe(epoch, loss, snapshot) {
      if (patience <= 0) return false;
      if (loss < lowest) {
        lowest = loss;
        best = { epoch, parameters: snapshot() };
        return false;
      }
      return epoch - (best?.epoch ?? 0) >= patience;
    },
    best: () => best,
  };
}
