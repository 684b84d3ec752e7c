import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canConnect,
  checkGraph,
  connections,
  downstream,
  topologicalOrder,
  upstream,
  type Graph,
} from '#schemas/graph.ts';
import { anyGraphs, lookup, node, portsByType, typedGraphs, wire } from './graphs.ts';

/** Which node leads to which, by Warshall's closure: slow, and independent of the code tested. */
function closure({ nodes, edges }: Graph): Map<string, Set<string>> {
  const reaches = new Map(nodes.map(({ id }) => [id, new Set<string>()]));
  for (const { from, to } of edges) reaches.get(from.node)?.add(to.node);
  for (const { id: via } of nodes) {
    for (const { id: from } of nodes) {
      if (!reaches.get(from)?.has(via)) continue;
      for (const to of reaches.get(via) ?? []) reaches.get(from)?.add(to);
    }
  }
  return reaches;
}

describe('topologicalOrder', () => {
  test('takes at each step the first node of the document that is ready', () => {
    fc.assert(
      fc.property(anyGraphs, (graph) => {
        const { order } = topologicalOrder(graph);
        const done = new Set<string>();
        const ready = (): string | undefined =>
          graph.nodes.find(({ id }) => {
            const before = graph.edges.filter(({ to }) => to.node === id);
            return !done.has(id) && before.every(({ from }) => done.has(from.node));
          })?.id;
        for (let next = ready(); next !== undefined; next = ready()) done.add(next);
        expect(order).toEqual([...done]);
      }),
    );
  });

  test('names a circle exactly if there is one, wire by wire, the first node first', () => {
    fc.assert(
      fc.property(anyGraphs, (graph) => {
        const { cycle } = topologicalOrder(graph);
        const reaches = closure(graph);
        const hasCycle = graph.nodes.some(({ id }) => reaches.get(id)?.has(id));
        expect(cycle !== undefined).toBe(hasCycle);
        if (cycle === undefined) return;
        expect(new Set(cycle).size).toBe(cycle.length);
        cycle.forEach((id, index) => {
          const next = cycle[(index + 1) % cycle.length];
          expect(graph.edges.some(({ from, to }) => from.node === id && to.node === next)).toBe(true);
        });
        const places = cycle.map((id) => graph.nodes.findIndex((one) => one.id === id));
        expect(places[0]).toBe(Math.min(...places));
      }),
    );
  });

  test('does not mind a chain of 100,000', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => `n${index}`);
    const nodes = ids.map((id) => node(id));
    const edges = ids.slice(1).map((id, index) => wire(`n${index}.out`, `${id}.in`));
    expect(topologicalOrder({ nodes: nodes.toReversed(), edges }).order).toEqual(ids);
    const loop = { nodes, edges: [...edges, wire('n99999.out', 'n0.in')] };
    expect(topologicalOrder(loop).cycle).toEqual(ids);
    expect(upstream({ nodes, edges }, ['n99999']).size).toBe(100_000);
    expect(checkGraph({ nodes, edges }, lookup)).toEqual([]);
    const ends = [
      { node: 'n99999', port: 'out' },
      { node: 'n0', port: 'in' },
    ] as const;
    const way = connections({ nodes, edges }, lookup)(...ends).reason?.params['way'];
    // Nodes by what a reader knows of them; the middle of so long a circle is left out.
    const named = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', '…', 'n99997', 'n99998', 'n99999', 'n0'];
    const { type } = nodes[0]!;
    expect(way).toEqual(named.map((id) => (id === '…' ? id : { node: id, type })));
  });
});

test('upstream and downstream are the closure', () => {
  fc.assert(
    fc.property(anyGraphs, (graph) => {
      const reaches = closure(graph);
      for (const { id } of graph.nodes) {
        const before = graph.nodes.filter((one) => one.id === id || reaches.get(one.id)?.has(id));
        expect(upstream(graph, [id])).toEqual(new Set(before.map((one) => one.id)));
        expect(downstream(graph, [id])).toEqual(new Set([id, ...(reaches.get(id) ?? [])]));
      }
      expect(upstream(graph, ['nowhere'])).toEqual(new Set());
    }),
  );
});

describe('canConnect', () => {
  const portPairs = (graph: Graph): [from: string, to: string][] =>
    graph.nodes.flatMap((source) =>
      graph.nodes.flatMap((sink) =>
        (portsByType[sink.type]?.inputs ?? []).map((input): [string, string] => [
          `${source.id}.out`,
          `${sink.id}.${input.name}`,
        ]),
      ),
    );
  const wrong = (graph: Graph): string[] =>
    checkGraph(graph, lookup)
      .map((error) => error.code)
      .filter((code) => code !== 'input-not-wired');

  test('allows exactly the wires that leave a right graph right', () => {
    let [allowed, refused] = [0, 0];
    fc.assert(
      fc.property(typedGraphs, (graph) => {
        fc.pre(wrong(graph).length === 0);
        const judge = connections(graph, lookup);
        for (const [from, to] of portPairs(graph)) {
          const edge = wire(from, to);
          const verdict = judge(edge.from, edge.to);
          const after = wrong({ ...graph, edges: [...graph.edges, edge] });
          if (verdict.ok) allowed += 1;
          else refused += 1;
          expect(after.length === 0, `${from} → ${to}: ${after.join()}`).toBe(verdict.ok);
          if (!verdict.ok) expect(after).toContain(verdict.reason.code);
        }
      }),
      { numRuns: 200 },
    );
    expect(Math.min(allowed, refused)).toBeGreaterThan(100);
  });

  test('says why not', () => {
    const graph = {
      nodes: [
        node('data', 'source'),
        { ...node('fit', 'learner'), label: 'Train it' },
        node('wait', 'approval'),
        node('predict', 'predict'),
        node('alien', 'alien'),
      ],
      edges: [wire('data.out', 'fit.in'), wire('wait.out', 'predict.model')],
    };
    const reason = (from: string, to: string): string | undefined => {
      const edge = wire(from, to);
      return canConnect(graph, lookup, edge.from, edge.to).reason?.message;
    };
    expect(reason('data.out', 'predict.in')).toBeUndefined();
    expect(reason('fit.out', 'wait.in')).toBeUndefined();
    expect(reason('fit.out', 'predict.in')).toBe(
      '“Train it › out” gives a model, and “predict › in” takes a table.',
    );
    // The approval hands on what it gets, and that goes into a model's input.
    expect(reason('data.out', 'wait.in')).toBe(
      '“data › out” gives a table, and “wait › in” takes a model.',
    );
    expect(reason('data.out', 'fit.in')).toBe('There are two equal wires from “data › out” to “Train it › in”.');
    expect(reason('predict.out', 'fit.in')).toBe(
      'Two wires go into the input “in” of “Train it”, which takes only one.',
    );
    expect(reason('predict.out', 'wait.in')).toBe(
      '“predict › out” gives a table, and “wait › in” takes a model.',
    );
    expect(reason('data.nope', 'wait.in')).toBe('The node “data” has no output “nope”. It has “out”.');
    expect(reason('gone.out', 'wait.in')).toBe('There is no node “gone” in this pipeline.');
    expect(reason('data.out', 'alien.in')).toMatch(/^The node “alien” is of the type “alien”/);
    expect(reason('wait.out', 'wait.in')).toBe('The wires go round in a circle: wait → wait.');
  });
});
