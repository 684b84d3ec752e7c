/**
 * What a trivial node costs from the click to the end of its run, with everything that is recorded of it on disk: a
 * chain of 500 in one run, each with its process, its events, its result and the record of why it ran.
 */
import { fileURLToPath } from 'node:url';
import type { Pipeline } from '#schemas/types.ts';
import { pipeline } from '../../support/fakeNodes/pipeline.ts';
import { median, openBench } from './open.ts';

const NODES = 500;
const TURNS = 5;
const GOAL = 2;

const nodesDir = fileURLToPath(new URL('../../support/workNodes/', import.meta.url));

/** Another `start` is another chain: nothing of it is known from before. */
function chain(start: number): Pipeline {
  const nodes: { [id: string]: readonly [string, { [name: string]: number }] } = {};
  const wires: string[] = [];
  for (let at = 0; at < NODES; at++) {
    nodes[`n${at}`] = ['fake-number', { n: at === 0 ? start : 1 }];
    if (at > 0) wires.push(`n${at - 1}.out > n${at}.a`);
  }
  return pipeline({ nodes, wires });
}

export async function figures() {
  const bench = await openBench({ nodesDir });
  try {
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      await bench.warm();
      const { ms, result } = await bench.run(chain(turn));
      if (Object.values(result.nodes).some((node) => node.status !== 'done')) {
        throw new Error('Not every node ran.');
      }
      times.push(ms / NODES);
    }
    const value = median(times);
    return [
      { name: 'engine.runNode', value, unit: 'ms', goal: `≤ ${GOAL}`, met: value <= GOAL },
    ] as const;
  } finally {
    await bench.close();
  }
}
