/** One TensorFlow.js backend as the training code sees it. */
export type Tf = typeof import('@tensorflow/tfjs-core');

export type BackendName = 'native' | 'wasm' | 'cpu';

export interface Backend {
  readonly name: BackendName;
  /**
   * Does synchronous work on this backend and frees every tensor made by it, also when it throws. Backends
   * are global to TensorFlow.js, so each piece of work says where it runs: two trainings can take turns.
   */
  run<T extends number | void>(work: (tf: Tf) => T): T;
  /** Floating-point operations in about 25 ms: work between two looks at the cancel signal stays below it. */
  readonly sliceFlops: number;
  /**
   * aᵀ·b by copying aᵀ first. The WASM product of a transposed operand is a naive loop, while its plain
   * product is blocked and vectorised: without the copy an epoch takes 2.6 times as long (64-32-1, batch 128),
   * 4.8 times with 256-256-1. Elsewhere the copy only costs.
   */
  readonly transposeFirst: boolean;
  memory(): { readonly tensors: number; readonly bytes: number };
  /** The last user's release gives the backend's own memory back; the next `startBackend` starts it anew. */
  release(): void;
}
