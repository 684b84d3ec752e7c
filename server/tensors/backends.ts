/** Chooses a backend without loading TensorFlow.js, and starts it. */
import type { Backend, BackendName, Tf } from './backend.ts';
import { findNative, type FoundNative, type NativeFact } from './native.ts';
import { startWasm, wasmRuns } from './wasm.ts';

/** From fast to slow on large layers; a preferred one is tried first, then those after it. */
const ORDER: readonly BackendName[] = ['native', 'wasm', 'cpu'];

export interface Choice {
  readonly name: BackendName;
  readonly native: NativeFact;
  /** The native package's own TensorFlow.js, which its kernels are registered in. */
  readonly tf?: Tf;
}

/** What the machine offers; replaced where a test needs a machine without it. */
export interface Machine {
  findNative(): FoundNative;
  wasmRuns(): boolean;
}

const thisMachine: Machine = { findNative: () => findNative(), wasmRuns: () => wasmRuns() };

export function chooseBackend(prefer: BackendName = 'native', machine = thisMachine): Choice {
  const from = ORDER.indexOf(prefer);
  if (from < 0) throw new RangeError(`There is no backend ${prefer}: ${ORDER.join(', ')}.`);
  const found: FoundNative = from === 0 ? machine.findNative() : { fact: 'not asked' };
  if (found.tf) return { name: 'native', native: found.fact, tf: found.tf };
  const name = from <= 1 && machine.wasmRuns() ? 'wasm' : 'cpu';
  return { name, native: found.fact };
}

/** What TensorFlow.js calls them, and what they do in about 25 ms (measured on two cores, rounded down). */
const KINDS = {
  native: { tfName: 'tensorflow', sliceFlops: 5e8, transposeFirst: false },
  wasm: { tfName: 'wasm', sliceFlops: 2e8, transposeFirst: true },
  cpu: { tfName: 'cpu', sliceFlops: 1e7, transposeFirst: false },
} as const;

/** Backends that run in this process: TensorFlow.js has one of each kind, which ports share. */
const running = new Map<BackendName, { users: number; readonly tf: Promise<Tf> }>();

/** Throws what TensorFlow.js throws where it cannot start. */
export async function startBackend(choice: Choice): Promise<Backend> {
  const { name } = choice;
  const { tfName, sliceFlops, transposeFirst } = KINDS[name];
  const shared = running.get(name) ?? { users: 0, tf: start(choice) };
  running.set(name, shared);
  shared.users++;
  const leave = (): boolean => --shared.users === 0 && running.delete(name);
  const tf = await shared.tf.catch((error: unknown) => {
    leave();
    throw error;
  });
  const instance = tf.findBackend(tfName);
  return {
    name,
    sliceFlops,
    transposeFirst,
    run(work) {
      // The instance too: while another backend starts, TensorFlow.js may hold its instance under our name.
      // Ours runs already, so that the switch happens at once; the promise carries nothing.
      if (tf.getBackend() !== tfName || tf.backend() !== instance) void tf.setBackend(tfName);
      let result: ReturnType<typeof work>;
      tf.tidy(() => {
        result = work(tf);
      });
      return result!;
    },
    memory() {
      const { numTensors, numBytes } = tf.memory();
      return { tensors: numTensors, bytes: numBytes };
    },
    release() {
      if (!leave()) return;
      const factory = tf.findBackendFactory(tfName);
      tf.removeBackend(tfName);
      if (factory) tf.registerBackend(tfName, factory);
    },
  };
}

async function start({ name, tf: native }: Choice): Promise<Tf> {
  const tf = native ?? (await import('@tensorflow/tfjs-core'));
  if (name === 'wasm') await startWasm(tf);
  if (name === 'cpu') await import('@tensorflow/tfjs-backend-cpu');
  // Without it the cpu backend advertises another package on standard error.
  tf.enableProdMode();
  const isSet = await tf.setBackend(KINDS[name].tfName);
  if (!isSet) throw new Error(`TensorFlow.js cannot start its backend ${KINDS[name].tfName}.`);
  return tf;
}
