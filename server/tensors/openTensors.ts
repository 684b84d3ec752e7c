import { EsteiraError } from '#schemas/errors.ts';
import type { TensorsPort } from '#nodes/sdk/context.ts';
import type { Backend, BackendName } from './backend.ts';
import { chooseBackend, startBackend, type Choice } from './backends.ts';
import type { NativeFact } from './native.ts';
import { trainDense } from './trainDense.ts';

export interface Tensors extends TensorsPort {
  readonly backend: BackendName;
  /** Why native TensorFlow is used or not. */
  readonly native: NativeFact;
  /** Tensors alive in the backend and their bytes; zeros before the first training. */
  memory(): { readonly tensors: number; readonly bytes: number };
  /** Cancels what is training, waits for its end and gives the backend's memory back. */
  close(): Promise<void>;
}

/**
 * TensorFlow.js behind the context's port. Opening is free: the backend is chosen when its name is first
 * asked for, and TensorFlow.js is loaded by the first training.
 */
export function openTensors(options: { readonly prefer?: BackendName } = {}): Tensors {
  const closing = new AbortController();
  const trainings = new Set<Promise<unknown>>();
  let choice: Choice | undefined;
  let starting: Promise<Backend> | undefined;
  let started: Backend | undefined;
  const choose = (): Choice => (choice ??= chooseBackend(options.prefer));

  async function start(): Promise<Backend> {
    try {
      return (started = await startBackend(choose()));
    } catch (cause) {
      throw new EsteiraError('backend-unavailable', { backend: choose().name }, { cause });
    }
  }

  return {
    get backend() {
      return choose().name;
    },
    get native() {
      return choose().native;
    },
    async trainDense(spec, train, validation, { signal, ...listeners }) {
      const either = AbortSignal.any([signal, closing.signal]);
      const training = asCancellation(either, async () => {
        either.throwIfAborted();
        const backend = await (starting ??= start());
        return trainDense(backend, spec, train, validation, { ...listeners, signal: either });
      });
      trainings.add(training);
      return training.finally(() => trainings.delete(training));
    },
    memory: () => started?.memory() ?? { tensors: 0, bytes: 0 },
    async close() {
      if (closing.signal.aborted) return;
      closing.abort();
      await Promise.allSettled(trainings);
      started?.release();
      started = undefined;
    },
  };
}

/** Whatever reason a signal was aborted with, the person who reads it has cancelled a run. */
async function asCancellation<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error !== signal.reason || error instanceof EsteiraError) throw error;
    throw new EsteiraError('cancelled', {}, { cause: error });
  }
}
