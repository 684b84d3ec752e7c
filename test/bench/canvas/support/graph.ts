/** Pipelines as large as wanted, of node types that are installed, laid out as the page lays them out. */
import type { Edge, Pipeline, PipelineNode } from '#schemas/types.ts';

/** Between the left edges of two columns, and the upper edges of two rows. */
export const PITCH = { x: 264, y: 112 } as const;

/** Each takes a table and gives one. */
const steps: readonly (readonly [type: string, params: PipelineNode['params']])[] = [
  ['fill-missing', {}],
  ['drop-uninformative', {}],
  ['select-columns', {}],
];

export interface GraphSize {
  readonly name: string;
  readonly nodes: number;
  /** More edges than strands need. */
  readonly extra?: number;
  /** Nodes of a strand, from left to right; a strand is a row. */
  readonly length?: number;
}

export const idOf = (at: number): string => `n${at}`;

/**
 * Strands of steps, each of which begins with a sample and goes on one by one. An extra edge is a learner and a
 * prediction in a row, since the table goes to both of them.
 */
export function graph({ name, nodes: count, extra = 0, length = 40 }: GraphSize): Pipeline {
  const nodes: PipelineNode[] = [];
  const edges: Edge[] = [];
  let left = extra;
  const add = (type: string, params: PipelineNode['params'], ...inputs: readonly Input[]): void => {
    const at = nodes.length;
    const position = { x: (at % length) * PITCH.x, y: Math.floor(at / length) * PITCH.y };
    nodes.push({ id: idOf(at), type, version: 1, params, position });
    for (const [from, out, into] of inputs) {
      edges.push({ from: { node: idOf(from), port: out }, to: { node: idOf(at), port: into } });
    }
  };
  while (nodes.length < count) {
    const at = nodes.length;
    const column = at % length;
    const before: Input = [at - 1, 'table', 'table'];
    if (column === 0) add('sample-data', { name: 'penguins' });
    else if (left > 0 && column % 4 === 1 && column + 1 < length && at + 1 < count) {
      add('baseline', {}, before);
      add('predict', {}, [at, 'model', 'model'], before);
      left -= 1;
    } else add(...steps[column % steps.length]!, before);
  }
  if (left > 0) throw new Error(`There is no room for ${left} more edges.`);
  return { format: 1, name, nodes, edges, definitions: {}, parameters: [], seed: 1 };
}

type Input = readonly [from: number, out: string, into: string];
