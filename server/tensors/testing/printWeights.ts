/** A process of its own that trains once and prints the weights' bytes: `node printWeights.ts <backend> <seed>`. */
import { openTensors } from '../openTensors.ts';
import type { BackendName } from '../backend.ts';
import { makeData, makeSpec, never, third } from './tasks.ts';
import { bytesOf } from './bytesOf.ts';

const [prefer, seed] = process.argv.slice(2);
const tensors = openTensors({ prefer: prefer as BackendName });
const layers = [{ units: 8, activation: 'tanh', dropout: 0.2 }];
const spec = makeSpec({ outputs: 3, layers, seed: Number(seed) });
const { state } = await tensors.trainDense(spec, makeData(300, 4, third), undefined, {
  signal: never(),
});
process.stdout.write(bytesOf(state));
