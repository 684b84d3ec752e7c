/** Judges 10,000 nodes once, as the first thing of a process, and prints the milliseconds. See checkGraph10000.ts. */
import { checkGraph, type Graph, type NodePorts } from '#schemas/graph.ts';

const STRANDS = 100;
const LENGTH = 100;
const table = { name: 'table', type: 'table' } as const;
const PORTS: { readonly [type: string]: NodePorts } = {
  source: { inputs: [], outputs: [table] },
  step: { inputs: [table], outputs: [table] },
  join: { inputs: [table, { name: 'right', type: 'table' }], outputs: [table] },
};

/** Strands of steps with joins. Every other strand stands in the document from its end to its start. */
function graph10000(): Graph {
  const nodes: Graph['nodes'][number][] = [];
  const edges: Graph['edges'][number][] = [];
  for (let strand = 0; strand < STRANDS; strand++) {
    const own: typeof nodes = [];
    const wire = (from: number, to: number, port: string): void => {
      const [source, sink] = [`s${strand}n${from}`, `s${strand}n${to}`];
      edges.push({ from: { node: source, port: 'table' }, to: { node: sink, port } });
    };
    for (let at = 0; at < LENGTH; at++) {
      const type = at === 0 ? 'source' : at % 10 === 5 ? 'join' : 'step';
      const position = { x: at, y: strand };
      own.push({ id: `s${strand}n${at}`, type, version: 1, params: { n: at }, position });
      if (at > 0) wire(at - 1, at, 'table');
      if (type === 'join') wire(at - 3, at, 'right');
    }
    nodes.push(...(strand % 2 === 0 ? own : own.toReversed()));
  }
  // As it comes from a file or a request.
  return JSON.parse(JSON.stringify({ nodes, edges })) as Graph;
}

const graph = graph10000();
const start = performance.now();
const errors = checkGraph(graph, ({ type }) => PORTS[type]!);
const ms = performance.now() - start;
if (errors.length > 0 || graph.nodes.length !== 10_000) throw errors[0] ?? new Error('Not 10,000.');
console.log(ms);
