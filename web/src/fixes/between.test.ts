/** What ports alone tell of whether a new node fits must be what the graph says once it is drawn. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishNodes } from '#server/catalogue/publish.ts';
import { edgeId } from '#schemas/graph.ts';
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import { insertAfter, insertBetween } from '../canvas/insert.ts';
import { createEditor } from '../store/editor.ts';
import { after, between } from './between.ts';
import { fixesFor, mendable, type Parts } from './index.ts';

const list = await publishNodes();
const types = [
  'approval',
  'classification-metrics',
  'cross-validate',
  'manual-table',
  'predict',
  'baseline',
  'set-roles',
];

type Graph = Pick<Pipeline, 'nodes' | 'edges'>;

/** Nodes anywhere and wires between whatever ports, fitting or not, round in circles or not. */
const graphs = fc
  .array(fc.record({ type: fc.constantFrom(...types), x: fc.nat(2000), y: fc.nat(2000) }), {
    minLength: 2,
    maxLength: 7,
  })
  .chain((drawn) => {
    const nodes = drawn.map(({ type, x, y }, at): PipelineNode => {
      return { id: `n${at}`, type, version: 1, params: {}, position: { x, y } };
    });
    const ends = (side: 'inputs' | 'outputs') =>
      nodes.flatMap(({ id, type }) => {
        const { [side]: ports } = list.find((each) => each.type === type)!;
        return ports.map(({ name }) => ({ node: id, port: name }));
      });
    const [from, to] = [ends('outputs'), ends('inputs')];
    if (from.length === 0 || to.length === 0) return fc.constant<Graph>({ nodes, edges: [] });
    const wire = fc.record({ from: fc.constantFrom(...from), to: fc.constantFrom(...to) });
    return fc
      .uniqueArray(wire, { selector: edgeId, maxLength: 8 })
      .map((edges): Graph => ({ nodes, edges }));
  });

function open({ nodes, edges }: Graph) {
  const editor = createEditor();
  editor.setCatalogue(list);
  const document = { format: 1, name: 'x', nodes, edges, definitions: {}, parameters: [], seed: 1 };
  editor.open({ id: 'p', revision: 1, document: document as Pipeline });
  const { analysis } = editor.get();
  editor.set({ analysis: { ...analysis, status: 'fresh' } });
  const parts: Parts = { ...editor.get(), locale: 'en' };
  return { editor, parts };
}

test('a new node is offered on a wire exactly where it can be drawn', () => {
  const inserted = list.filter(({ type }) => types.includes(type));
  fc.assert(
    fc.property(graphs, fc.constantFrom(...inserted), (graph, type) => {
      const { parts } = open(graph);
      for (const edge of graph.edges) {
        const isDrawn = insertBetween(type, {}, edge, parts) !== undefined;
        expect(between(type, edge, parts) !== undefined).toBe(isDrawn);
        const isBehind = insertAfter(type, {}, edge.from, parts) !== undefined;
        expect(after(type, {}, edge.from, parts) !== undefined).toBe(isBehind);
      }
    }),
    { numRuns: 300 },
  );
});

const edgeCodes = ['edge-port-unknown', 'port-types-differ'];
const codes = [
  ...edgeCodes,
  'feature-missing-values',
  'feature-not-number',
  'features-none',
  'graph-cycle',
  'input-not-wired',
  'learner-needs-number',
  'node-type-unknown',
  'partition-missing',
  'predictions-missing',
  'target-not-set',
];

test('whatever is offered changes the graph in one step that can be undone', () => {
  expect(codes.filter((code) => !mendable.includes(code))).toEqual([]);
  fc.assert(
    fc.property(graphs, fc.constantFrom(...codes), (graph, code) => {
      const { editor, parts } = open(graph);
      for (const { id: node, type } of graph.nodes) {
        const ports = list.find((each) => each.type === type)!.inputs.map(({ name }) => name);
        const isWired = (port: string): boolean =>
          graph.edges.some(({ to }) => to.node === node && to.port === port);
        const unwired = ports.filter((port) => !isWired(port));
        const atWires = graph.edges.map(({ to }, at) => ({ node: to.node, path: `/edges/${at}` }));
        const told = [
          ...(code === 'input-not-wired'
            ? unwired.map((port) => ({ node, params: { port } }))
            : []),
          ...(edgeCodes.includes(code) ? atWires : []),
          { node },
        ].map((each) => ({ params: {}, ...each, code }));
        for (const fix of told.flatMap((each) => fixesFor(each, parts))) {
          const before = editor.get().document;
          expect(editor.dispatch(fix.command?.())).toBe(true);
          expect(editor.get().history.done.length).toBe(1);
          editor.undo();
          expect([...editor.get().document.nodesById]).toEqual([...before.nodesById]);
          expect([...editor.get().document.edgesById]).toEqual([...before.edgesById]);
        }
      }
    }),
    { numRuns: 300 },
  );
});
