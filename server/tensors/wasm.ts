/** The WebAssembly backend's binary: where it is, whether this machine runs it, and starting it cleanly. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Tf } from './backend.ts';

/** The types of Node leave this global to the DOM's, which no server file should see. */
declare const WebAssembly: { validate(bytes: Uint8Array): boolean };

const PACKAGE = '@tensorflow/tfjs-backend-wasm';

/** The folder of the binaries inside the installed package; ends in a separator. Needs no working directory. */
export function wasmFolder(): string {
  return dirname(createRequire(import.meta.url).resolve(PACKAGE)) + sep;
}

/** Whether this Node and processor run the SIMD binary. Loads nothing of TensorFlow.js; about 5 ms. */
export function wasmRuns(folder?: string): boolean {
  try {
    const binary = readFileSync(join(folder ?? wasmFolder(), 'tfjs-backend-wasm-simd.wasm'));
    return WebAssembly.validate(binary);
  } catch {
    return false;
  }
}

/** Registers and starts the backend on `tf`. */
export async function startWasm(tf: Tf): Promise<void> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(wasmFolder());
  await withoutNewProcessListeners(() => tf.setBackend('wasm'));
}

/**
 * The binary's loader adds process listeners that rethrow every uncaught error and rejection of the whole
 * program. Ours end a run in words, so the loader's are taken away again.
 */
async function withoutNewProcessListeners(start: () => Promise<unknown>): Promise<void> {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.map((event) => new Set(process.listeners(event as never)));
  await start();
  for (const [i, event] of events.entries()) {
    for (const listener of process.listeners(event as never)) {
      if (!before[i]!.has(listener)) process.removeListener(event, listener);
    }
  }
}
