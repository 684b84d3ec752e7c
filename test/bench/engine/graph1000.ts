/** A pipeline of 1,000 nodes as people make them: ten strands of a hundred steps, joined at the end. */
import type { Pipeline } from '#schemas/types.ts';
import { pipeline } from '../../support/fakeNodes/pipeline.ts';

const STRANDS = 10;
const LENGTH = 99;

export function graph1000(): Pipeline {
  const nodes: { [id: string]: readonly [string, { [name: string]: number }?] } = {};
  const wires: string[] = [];
  for (let strand = 0; strand < STRANDS; strand++) {
    nodes[`s${strand}n0`] = ['number', { n: strand }];
    for (let at = 1; at < LENGTH; at++) {
      nodes[`s${strand}n${at}`] = ['add', { plus: at }];
      wires.push(`s${strand}n${at - 1}.out > s${strand}n${at}.a`);
    }
    wires.push(`s${strand}n${LENGTH - 1}.out > all.all`);
  }
  nodes['all'] = ['sum'];
  for (let at = 0; at < 9; at++) {
    nodes[`end${at}`] = ['need'];
    wires.push(`all.out > end${at}.a`);
  }
  return pipeline({ nodes, wires });
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
