import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Tf } from './backend.ts';
import { chooseBackend, startBackend } from './backends.ts';
import { findNative } from './native.ts';
import { wasmFolder, wasmRuns } from './wasm.ts';

const folder = mkdtempSync(join(tmpdir(), 'esteira-native-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder beside whose modules stands a package with the native one's name and this source. */
function withPackage(name: string, source: string): string {
  const root = join(folder, name, 'node_modules', '@tensorflow', 'tfjs-node');
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'index.js'), source);
  return join(folder, name, 'importer.js');
}

test('native TensorFlow that is not installed is a fact, not an error', () => {
  expect(findNative(join(folder, 'nowhere', 'importer.js'))).toEqual({ fact: 'not installed' });
});

test('native TensorFlow that cannot be loaded is a fact with its reason', () => {
  const from = withPackage(
    'broken',
    'throw new Error("libtensorflow.so.2 is missing\\nsecond line")',
  );
  expect(findNative(from)).toEqual({
    fact: 'could not be loaded: libtensorflow.so.2 is missing',
  });
});

test('the helpers that newer Node removed stand before native TensorFlow is loaded', () => {
  const from = withPackage(
    'whole',
    'const util = require("util"); module.exports = { version: util.isNullOrUndefined(null) && util.isArray([]) }',
  );
  expect(findNative(from)).toEqual({ fact: 'in use', tf: { version: true } });
});

const tf = {} as Tf;
const machine = (native: boolean, wasm: boolean) => ({
  findNative: () => (native ? { fact: 'in use' as const, tf } : { fact: 'not installed' as const }),
  wasmRuns: () => wasm,
});

test.each([
  [undefined, true, true, 'native', 'in use'],
  [undefined, false, true, 'wasm', 'not installed'],
  [undefined, false, false, 'cpu', 'not installed'],
  ['wasm', true, true, 'wasm', 'not asked'],
  ['wasm', true, false, 'cpu', 'not asked'],
  ['cpu', true, true, 'cpu', 'not asked'],
] as const)('asked for %s, native %s, wasm %s: %s', (prefer, native, wasm, name, fact) => {
  expect(chooseBackend(prefer, machine(native, wasm))).toMatchObject({ name, native: fact });
});

test('a backend that does not exist is refused', () => {
  expect(() => chooseBackend('gpu' as 'cpu', machine(true, true))).toThrow(/no backend gpu/);
});

test('the WASM binary is found in its package, and a folder without it does not run', () => {
  expect(wasmRuns()).toBe(true);
  expect(wasmRuns(folder)).toBe(false);
  expect(wasmFolder()).toMatch(/tfjs-backend-wasm[\\/]dist[\\/]$/);
});

test('a backend that does not start is told, and can be tried again', async () => {
  const core = await import('@tensorflow/tfjs-core');
  const choice = { name: 'native', native: 'in use', tf: core } as const;
  await expect(startBackend(choice)).rejects.toThrow(/'tensorflow' not found/);
  await expect(startBackend(choice)).rejects.toThrow(/'tensorflow' not found/);
});

/** What a fresh process prints. */
function printed(source: string): string {
  const room = new URL('./openTensors.ts', import.meta.url).href;
  const program = `import { openTensors } from ${JSON.stringify(room)};\n${source}`;
  const args = ['--input-type=module', '--eval', program];
  return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }).trim();
}

test('opening and naming the backend loads nothing of TensorFlow.js', () => {
  const source = `
    import { registerHooks } from 'node:module';
    const seen = [];
    registerHooks({ load(url, context, next) { if (url.includes('tfjs')) seen.push(url); return next(url, context); } });
    const tensors = openTensors({ prefer: 'wasm' });
    console.log(JSON.stringify({ name: tensors.backend, native: tensors.native, seen, memory: tensors.memory() }));
  `;
  expect(JSON.parse(printed(source))).toEqual({
    name: 'wasm',
    native: 'not asked',
    seen: [],
    memory: { tensors: 0, bytes: 0 },
  });
});

test('starting WASM leaves no listener for uncaught errors of the whole process', () => {
  const source = `
    const tensors = openTensors({ prefer: 'wasm' });
    const spec = { task: 'regression', inputs: 1, outputs: 1, layers: [], epochs: 1, batchSize: 2,
      learningRate: 0.1, optimizer: 'sgd', l2: 0, patience: 0, seed: 1 };
    const data = { x: { rows: 2, columns: 1, data: new Float32Array(2) }, y: new Float64Array(2) };
    await tensors.trainDense(spec, data, undefined, { signal: new AbortController().signal });
    console.log(process.listenerCount('uncaughtException'), process.listenerCount('unhandledRejection'));
  `;
  expect(printed(source)).toBe('0 0');
});
