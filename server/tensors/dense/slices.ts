import type { Layer } from './layout.ts';

/** One slice's activations, masks and gradients at most; a batch larger than that is taken in parts. */
const SLICE_BYTES = 64e6;
/** Below this the upload of the parameters would outweigh the work on the rows. */
const FEWEST_ROWS = 16;

/**
 * How many rows one call may take, from the operations that `sliceFlops` allows between two looks at the
 * cancel signal and from memory. Depends on the network and backend alone, so that sums are grouped in the
 * same way on every run.
 */
export function rowsPerSlice(layers: readonly Layer[], sliceFlops: number) {
  // A multiplication and an addition per kernel value forward; twice that again backward.
  const forwardFlops = layers.reduce((sum, { inputs, units }) => sum + 2 * inputs * units, 0);
  // Per layer: its input transposed; its output, mask, masked output, and two gradients.
  const bytes = layers.reduce((sum, { inputs, units }) => sum + 4 * (inputs + 5 * units), 0);
  const rows = (flops: number): number =>
    Math.max(FEWEST_ROWS, Math.floor(Math.min(sliceFlops / flops, SLICE_BYTES / bytes)));
  return { sliceRows: rows(3 * forwardFlops), evaluateRows: rows(forwardFlops) };
}
