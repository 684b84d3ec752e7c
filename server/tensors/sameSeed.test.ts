/** The same seed gives the same bytes, whatever else happened, and another seed gives others. */
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import type { DenseSpec } from '#nodes/sdk/context.ts';
import { openTensors } from './openTensors.ts';
import { bytesOf } from './testing/bytesOf.ts';
import { choices } from './testing/choices.ts';
import { makeData, makeSpec, never, third } from './testing/tasks.ts';

const script = fileURLToPath(new URL('./testing/printWeights.ts', import.meta.url));

/** From another working directory, where nothing is found by accident. */
async function inProcess(backend: string, seed: number): Promise<string> {
  const run = promisify(execFile);
  return (await run(process.execPath, [script, backend, String(seed)], { cwd: tmpdir() })).stdout;
}

test.each(choices.map(({ name }) => name))(
  '%s: two processes agree to the byte, another seed differs',
  async (name) => {
    const [first, again, other] = await Promise.all([
      inProcess(name, 1),
      inProcess(name, 1),
      inProcess(name, 2),
    ]);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  },
);

const tensors = openTensors({ prefer: 'wasm' });
afterAll(() => tensors.close());

const data = makeData(300, 4, third);
const layers = [8, 8].map((units) => ({ units, activation: 'relu', dropout: 0.3 }));
const base = makeSpec({ outputs: 3, layers });

async function bytesAfter(parts: Partial<DenseSpec> = {}): Promise<string> {
  const options = { signal: never() };
  const { state } = await tensors.trainDense({ ...base, ...parts }, data, undefined, options);
  return bytesOf(state);
}

test('what ran before in the process changes nothing', async () => {
  const first = await bytesAfter();
  await bytesAfter({ seed: 9, optimizer: 'sgd', layers: [] });
  expect(await bytesAfter()).toBe(first);
});

test('two trainings that take turns do not touch each other', async () => {
  const alone = [await bytesAfter({ epochs: 40 }), await bytesAfter({ epochs: 40, seed: 2 })];
  expect(
    await Promise.all([bytesAfter({ epochs: 40 }), bytesAfter({ epochs: 40, seed: 2 })]),
  ).toEqual(alone);
});

test('trainings on two backends take turns', async () => {
  const cpu = openTensors({ prefer: 'cpu' });
  const onCpu = async () =>
    bytesOf((await cpu.trainDense(base, data, undefined, { signal: never() })).state);
  const alone = [await bytesAfter({ epochs: 40 }), await onCpu()];
  expect(await Promise.all([bytesAfter({ epochs: 40 }), onCpu()])).toEqual(alone);
  await cpu.close();
});

test('backends that start at once, twice each, do not touch each other', async () => {
  const names = ['cpu', 'wasm', 'wasm', 'cpu'] as const;
  const once = async (port: ReturnType<typeof openTensors>) =>
    bytesOf((await port.trainDense(base, data, undefined, { signal: never() })).state);
  const alone: string[] = [];
  for (const prefer of names) {
    const port = openTensors({ prefer });
    alone.push(await once(port));
    await port.close();
  }
  const ports = names.map((prefer) => openTensors({ prefer }));
  expect(await Promise.all(ports.map(once))).toEqual(alone);
  await Promise.all(ports.map((port) => port.close()));
  expect(alone[0]).toBe(alone[3]);
});

test.each([
  ['seed', { seed: 2 }],
  ['dropout', { layers: layers.map((layer) => ({ ...layer, dropout: 0 })) }],
  ['batch size', { batchSize: 31 }],
] as const)('another %s, other bytes', async (_name, parts) => {
  expect(await bytesAfter(parts)).not.toBe(await bytesAfter());
});

test('a validation set and its progress change no weight', async () => {
  const options = { signal: never(), onEpoch: () => undefined };
  const { state } = await tensors.trainDense(base, data, makeData(50, 4, third, 2), options);
  expect(bytesOf(state)).toBe(await bytesAfter());
});
