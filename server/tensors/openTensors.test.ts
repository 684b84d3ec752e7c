import { afterAll, expect, test } from 'vitest';
import * as tf from '@tensorflow/tfjs-core';
import { EsteiraError } from '#schemas/errors.ts';
import type { DenseSpec, EpochProgress, PartialEpoch } from '#nodes/sdk/context.ts';
import { openTensors } from './openTensors.ts';
import { bytesOf } from './testing/bytesOf.ts';
import { makeData, makeSpec, never, side } from './testing/tasks.ts';

const tensors = openTensors({ prefer: 'wasm' });
afterAll(() => tensors.close());

const small = makeData(200, 4, side);
/** An epoch of some seconds: whoever cancels it is inside it. */
const large = makeData(40_000, 50, side);
const slow: Partial<DenseSpec> = {
  inputs: 50,
  batchSize: 8,
  layers: [{ units: 64, activation: 'tanh', dropout: 0.1 }],
};

const train = (parts: Partial<DenseSpec>, data = small, signal = never()) =>
  tensors.trainDense(makeSpec(parts), data, undefined, { signal });

async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test('a cancel inside an epoch ends it with the cancellation, and leaves no tensor', async () => {
  await train({});
  const before = tensors.memory();
  const controller = new AbortController();
  const epochs: EpochProgress[] = [];
  const parts: PartialEpoch[] = [];
  const error = await thrownBy(
    tensors.trainDense(makeSpec(slow), large, undefined, {
      signal: controller.signal,
      onEpoch: (progress) => epochs.push(progress),
      onPart: (progress) => {
        parts.push(progress);
        controller.abort();
      },
    }),
  );
  expect(error).toBeInstanceOf(EsteiraError);
  expect(error).toMatchObject({ code: 'cancelled' });
  expect(epochs).toEqual([]);
  expect(parts.length).toBe(1);
  expect(parts[0]).toMatchObject({ epoch: 1, epochs: 3, rows: 40_000 });
  expect(parts[0]!.row).toBeLessThan(40_000);
  expect(tensors.memory()).toEqual(before);
});

test('a timer runs, and can cancel, while an epoch trains', async () => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 1);
  const error = await thrownBy(train(slow, large, controller.signal));
  clearTimeout(timer);
  expect(error).toMatchObject({ code: 'cancelled' });
});

test('a signal aborted before the start trains nothing', async () => {
  const error = await thrownBy(train({}, small, AbortSignal.abort()));
  expect(error).toMatchObject({ code: 'cancelled' });
});

test('the reason given to the signal is what is thrown, where it is an error of ours', async () => {
  const reason = new EsteiraError('out-of-memory', { megabytes: 1 });
  expect(await thrownBy(train({}, small, AbortSignal.abort(reason)))).toBe(reason);
});

test.each([
  ['at once', { learningRate: 1e30, optimizer: 'sgd' }],
  ['slowly', { learningRate: 50, optimizer: 'sgd', task: 'regression', epochs: 200 }],
] as const)('a training that diverges %s says so, and leaves no tensor', async (_name, parts) => {
  await train({});
  const before = tensors.memory();
  const error = await thrownBy(train(parts));
  expect(error).toMatchObject({ code: 'training-diverged', kind: 'user' });
  expect((error as EsteiraError).params['epoch']).toBeGreaterThan(0);
  expect(tensors.memory()).toEqual(before);
});

test('a finished training leaves no tensor and tells every epoch', async () => {
  await train({});
  const before = tensors.memory();
  const seen: EpochProgress[] = [];
  const validation = makeData(60, 4, side, 2);
  const result = await tensors.trainDense(makeSpec({ epochs: 4 }), small, validation, {
    signal: never(),
    onEpoch: (progress) => seen.push(progress),
  });
  expect(seen.map(({ epoch, epochs }) => [epoch, epochs])).toEqual([1, 2, 3, 4].map((n) => [n, 4]));
  expect(result.history).toEqual(seen);
  expect(result).toMatchObject({ epochsRun: 4, keptEpoch: 4 });
  expect(seen.every(({ loss, validationLoss }) => loss > 0 && validationLoss! > 0)).toBe(true);
  expect(tensors.memory()).toEqual(before);
  expect(tf.memory().numTensors).toBe(before.tensors);
});

test('a listener that throws ends the training with its error, and leaves no tensor', async () => {
  const before = tensors.memory();
  const broken = new Error('a listener broke');
  const work = tensors.trainDense(makeSpec(), small, undefined, {
    signal: never(),
    onEpoch: () => {
      throw broken;
    },
  });
  expect(await thrownBy(work)).toBe(broken);
  expect(tensors.memory()).toEqual(before);
});

test('early stopping keeps the best epoch', async () => {
  // The validation targets are the opposite of what is learned: the first epochs are the best.
  const validation = makeData(100, 4, (x) => 1 - side(x), 2);
  const spec = makeSpec({ epochs: 50, patience: 3 });
  const signal = never();
  const stopped = await tensors.trainDense(spec, small, validation, { signal });
  expect(stopped.epochsRun).toBe(stopped.keptEpoch + 3);
  const kept = stopped.keptEpoch;
  const losses = stopped.history.map(({ validationLoss }) => validationLoss!);
  expect(losses[kept - 1]).toBe(Math.min(...losses));
  const short = makeSpec({ epochs: kept });
  const again = await tensors.trainDense(short, small, undefined, { signal });
  expect(bytesOf(stopped.state)).toBe(bytesOf(again.state));
});

test('without a validation set the loss on the training rows is watched', async () => {
  // A learning rate too small to change any Float32 weight: no epoch is better than the first.
  const parts = { epochs: 50, patience: 2, learningRate: 1e-30, batchSize: 200 };
  const { epochsRun, history } = await train(parts);
  expect(epochsRun).toBeLessThan(50);
  expect(history.length).toBe(epochsRun);
});

test.each([
  ['no row', makeData(0, 4, side), /no row/],
  ['another width', makeData(10, 3, side), /takes 4 inputs, but rows have 3/],
  [
    'a missing value',
    { ...small, x: { rows: 200, columns: 4, data: small.x.data.with(9, NaN) } },
    /Row 2 misses feature 1/,
  ],
  ['a class that is not there', { ...small, y: small.y.with(3, 2) }, /Row 3 has the target 2/],
  ['too few weights', { ...small, weights: Float64Array.of(1) }, /There are 1 weights, not 200/],
])('%s is a defect of the caller, named', async (_name, data, message) => {
  const error = await thrownBy(train({}, data));
  expect(error).toBeInstanceOf(RangeError);
  expect((error as RangeError).message).toMatch(message);
});

test('closing cancels what trains; a port opened later gives the same bytes', async () => {
  const [first, second] = [openTensors({ prefer: 'cpu' }), openTensors({ prefer: 'cpu' })];
  const options = { signal: never() };
  const before = await first.trainDense(makeSpec(), small, undefined, options);
  const running = thrownBy(second.trainDense(makeSpec(slow), large, undefined, options));
  await first.close();
  await second.close();
  expect(await running).toMatchObject({ code: 'cancelled' });
  expect(await thrownBy(first.trainDense(makeSpec(), small, undefined, options))).toMatchObject({
    code: 'cancelled',
  });
  const third = openTensors({ prefer: 'cpu' });
  const after = await third.trainDense(makeSpec(), small, undefined, options);
  expect(bytesOf(after.state)).toBe(bytesOf(before.state));
  await third.close();
  expect(third.memory()).toEqual({ tensors: 0, bytes: 0 });
});
