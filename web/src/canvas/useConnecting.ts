import { useReactFlow, type Connection, type FinalConnectionState } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import { EsteiraError } from '#schemas/errors.ts';
import { portKey } from '#schemas/graph.ts';
import type { Edge, PortRef, PortType } from '#schemas/types.ts';
import { connect, judge } from '../store/commands/wires.ts';
import { portsOf } from '../store/ports.ts';
import { editor } from '../store/theEditor.ts';
import { setCanvas, useCanvas, type WireEnd } from './canvasState.ts';
import { CARD } from './geometry.ts';
import { bridging } from './fitting.ts';

type Handlers = {
  readonly onConnectStart: (
    event: unknown,
    from: { nodeId: string | null; handleId: string | null; handleType: string | null },
  ) => void;
  readonly onConnect: (connection: Connection) => void;
  readonly onConnectEnd: (
    event: MouseEvent | TouchEvent,
    state: Pick<FinalConnectionState, 'toHandle' | 'toNode' | 'isValid'>,
  ) => void;
  readonly isValidConnection: (connection: {
    source: string;
    target: string;
    sourceHandle?: string | null;
    targetHandle?: string | null;
  }) => boolean;
};

/** Wires drawn by hand: what fits, what comes of one that ends on nothing, why one is refused. */
export function useConnecting(): Handlers {
  const { screenToFlowPosition } = useReactFlow();
  const onConnectEnd = useCallback<Handlers['onConnectEnd']>(
    (event, { toHandle, toNode, isValid }) => {
      const { connecting } = useCanvas.getState();
      setCanvas({ connecting: undefined });
      if (connecting === undefined || isValid === true) return;
      const { from } = connecting;
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      if (point === undefined) return;
      const at = { x: point.clientX, y: point.clientY };
      if (toHandle?.id != null && toNode !== null) {
        refuse(from, { node: toNode.id, port: toHandle.id }, at);
        return;
      }
      const over = document
        .elementsFromPoint(at.x, at.y)
        .map((element) => element.closest('.react-flow__node')?.getAttribute('data-id'))
        .find((id) => typeof id === 'string');
      if (typeof over === 'string') {
        if (over !== from.node) connectToNode(from, over, at);
        return;
      }
      const place = screenToFlowPosition(at);
      const type = typeOfEnd(from);
      const x = from.side === 'source' ? place.x : place.x - CARD.width;
      const picked = { x, y: place.y - CARD.height / 2 };
      setCanvas({ picker: { at, place: picked, wire: { ...from, type } } });
    },
    [screenToFlowPosition],
  );
  return useMemo(() => ({ ...handlers, onConnectEnd }), [onConnectEnd]);
}

const handlers: Omit<Handlers, 'onConnectEnd'> = {
  onConnectStart: (_, { nodeId, handleId, handleType }) => {
    if (nodeId === null || handleId === null || handleType === null) return;
    const side = handleType === 'source' ? 'source' : 'target';
    startWire({ node: nodeId, port: handleId, side });
  },
  onConnect: ({ source, target, sourceHandle, targetHandle }) => {
    if (sourceHandle === null || targetHandle === null) return;
    const { document: graph, catalogue } = editor.get();
    editor.dispatch(connect(graph, catalogue, edgeOf(source, sourceHandle, target, targetHandle)));
  },
  isValidConnection: ({ source, target, sourceHandle, targetHandle }) => {
    const { connecting } = useCanvas.getState();
    if (connecting === undefined || sourceHandle == null || targetHandle == null) return false;
    const isForward = connecting.from.side === 'source';
    const other = isForward
      ? { node: target, port: targetHandle }
      : { node: source, port: sourceHandle };
    return connecting.fits.has(portKey(other));
  },
};

function edgeOf(source: string, out: string, target: string, into: string): Edge {
  return { from: { node: source, port: out }, to: { node: target, port: into } };
}

const ends = (from: WireEnd, other: PortRef): readonly [PortRef, PortRef] => {
  const { node, port } = from;
  return from.side === 'source' ? [{ node, port }, other] : [other, { node, port }];
};

/** Judges every port of the other side once, at the start. */
export function startWire(from: WireEnd): void {
  const { document: graph, catalogue } = editor.get();
  const mayJoin = judge(graph, catalogue);
  const fits = new Set<string>();
  for (const node of graph.nodesById.values()) {
    const ports = portsOf(catalogue, graph, node);
    if (ports instanceof EsteiraError) continue;
    for (const { name } of from.side === 'source' ? ports.inputs : ports.outputs) {
      const other = { node: node.id, port: name };
      if (mayJoin(...ends(from, other)).ok) fits.add(portKey(other));
    }
  }
  setCanvas({ connecting: { from, fits }, refusal: undefined, picker: undefined });
}

export function typeOfEnd(end: WireEnd): PortType {
  const { document: graph, catalogue } = editor.get();
  const node = graph.nodesById.get(end.node);
  const ports = node && portsOf(catalogue, graph, node);
  if (ports === undefined || ports instanceof EsteiraError) return 'any';
  const all = end.side === 'source' ? ports.outputs : ports.inputs;
  return all.find((port) => port.name === end.port)?.type ?? 'any';
}

/** A wire dropped on a card goes to its first port that takes it, a free one before others. */
function connectToNode(from: WireEnd, id: string, at: { x: number; y: number }): void {
  const { document: graph, catalogue } = editor.get();
  const node = graph.nodesById.get(id);
  const ports = node && portsOf(catalogue, graph, node);
  if (ports === undefined || ports instanceof EsteiraError) return;
  const names = (from.side === 'source' ? ports.inputs : ports.outputs).map(({ name }) => name);
  const wired = new Set([...graph.edgesById.values()].map(({ to }) => portKey(to)));
  const others = names
    .map((port) => ({ node: id, port }))
    .toSorted((a, b) => Number(wired.has(portKey(a))) - Number(wired.has(portKey(b))));
  for (const other of others) {
    const [out, into] = ends(from, other);
    if (editor.dispatch(connect(graph, catalogue, { from: out, to: into }))) return;
  }
  if (others[0] !== undefined) refuse(from, others[0], at);
}

export function refuse(from: WireEnd, other: PortRef, at: { x: number; y: number }): void {
  const { document: graph, catalogue } = editor.get();
  const [out, into] = ends(from, other);
  const verdict = judge(graph, catalogue)(out, into);
  if (verdict.ok) return;
  const { reason } = verdict;
  const bridges =
    reason.code === 'port-types-differ'
      ? bridging(
          catalogue.list,
          typeOfEnd({ ...out, side: 'source' }),
          typeOfEnd({ ...into, side: 'target' }),
        )
      : [];
  setCanvas({ refusal: { at, reason, bridges, from: out, to: into } });
}
