/** Lays the graph out from left to right, in a worker, as one step that can be undone. */
import ElkWorker from 'elkjs/lib/elk-worker.min.js?worker';
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { portKey } from '#schemas/graph.ts';
import { moveNodes } from '../store/commands/nodes.ts';
import { drawnPorts } from '../store/ports.ts';
import { editor } from '../store/theEditor.ts';
import type { State } from '../store/state.ts';
import { CARD, cardHeight, snappedPoint } from './geometry.ts';

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  'elk.spacing.nodeNode': '32',
  'elk.spacing.componentComponent': '64',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
};

/** Arranges what is selected where several nodes are, else all. The upper left corner stays where it was. */
export async function arrange(): Promise<void> {
  const state = editor.get();
  const { nodesById } = state.document;
  const chosen = state.view.selectedNodes;
  const ids = new Set(chosen.size > 1 ? chosen : nodesById.keys());
  if (ids.size === 0) return;
  const { default: Elk } = await import('elkjs/lib/elk-api.js');
  const elk = new Elk({ workerFactory: () => new ElkWorker() });
  const laid = await elk.layout(graphOf(state, ids)).finally(() => elk.terminateWorker());
  const before = [...ids].flatMap((id) => nodesById.get(id)?.position ?? []);
  const left = Math.min(...before.map(({ x }) => x));
  const top = Math.min(...before.map(({ y }) => y));
  const places = (laid.children ?? []).map(({ id, x = 0, y = 0 }) => {
    return [id, snappedPoint({ x: x + left, y: y + top })] as const;
  });
  // What was done meanwhile stays: only nodes that are still there are moved.
  editor.dispatch(moveNodes(editor.get().document, new Map(places), { name: 'arrange' }));
}

function graphOf({ document, catalogue }: State, ids: ReadonlySet<string>): ElkNode {
  const { nodesById, edgesById } = document;
  const wires = [...edgesById.values()];
  const children = [...nodesById.values()]
    .filter(({ id }) => ids.has(id))
    .map((node) => {
      const ports = drawnPorts(catalogue, document, node, wires);
      const side = (names: readonly { name: string }[], where: string, prefix: string) =>
        names.map(({ name }, index) => ({
          id: `${prefix}${portKey({ node: node.id, port: name })}`,
          layoutOptions: { 'elk.port.side': where, 'elk.port.index': String(index) },
        }));
      return {
        id: node.id,
        width: CARD.width,
        height: cardHeight(ports),
        ports: [...side(ports.inputs, 'WEST', 'in:'), ...side(ports.outputs, 'EAST', 'out:')],
        layoutOptions: { 'elk.portConstraints': 'FIXED_SIDE' },
      };
    });
  const known = new Set(children.flatMap(({ ports }) => ports.map(({ id }) => id)));
  const edges = [...edgesById].flatMap(([id, { from, to }]) => {
    const ends = [`out:${portKey(from)}`, `in:${portKey(to)}`] as const;
    return ends.every((end) => known.has(end))
      ? [{ id, sources: [ends[0]], targets: [ends[1]] }]
      : [];
  });
  return { id: 'root', layoutOptions: options, children, edges };
}
