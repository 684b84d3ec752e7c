import { useStoreApi, type OnConnectEnd, type OnConnectStart } from '@xyflow/react';
import { useMemo } from 'react';
import { portKey } from '#schemas/graph.ts';
import { setCanvas, useCanvas } from './canvasState.ts';
import { refuse, startWire } from './useConnecting.ts';

type Handlers = {
  readonly onClickConnectStart: OnConnectStart;
  readonly onClickConnectEnd: OnConnectEnd;
};

/** A click or tap on a port takes a wire from it, one on another port brings it there; elsewhere it is let go. */
export function useTapping(): Handlers {
  const store = useStoreApi();
  return useMemo(() => tapping(store), [store]);
}

function tapping(store: Pick<ReturnType<typeof useStoreApi>, 'setState'>): Handlers {
  let letGo = (): void => {};
  return {
    onClickConnectStart(_, { nodeId, handleId, handleType }) {
      if (nodeId === null || handleId === null || handleType === null) return;
      startWire({ node: nodeId, port: handleId, side: handleType });
      const { connecting } = useCanvas.getState();
      const held = new AbortController();
      letGo = () => {
        held.abort();
        store.setState({ connectionClickStartHandle: null });
        // Another may have been drawn meanwhile.
        if (useCanvas.getState().connecting === connecting) setCanvas({ connecting: undefined });
      };
      const { signal } = held;
      addEventListener('click', ({ target }) => portAt(target) === undefined && letGo(), {
        signal,
      });
      addEventListener('keydown', ({ key }) => key === 'Escape' && letGo(), { signal });
    },
    onClickConnectEnd(event) {
      const { connecting } = useCanvas.getState();
      letGo();
      const other = portAt(event.target);
      if (connecting === undefined || other === undefined || !('clientX' in event)) return;
      const { from, fits } = connecting;
      if (other.side === from.side || fits.has(portKey(other))) return;
      refuse(from, other, { x: event.clientX, y: event.clientY });
    },
  };
}

type Port = { readonly node: string; readonly port: string; readonly side: 'source' | 'target' };

function portAt(target: EventTarget | null): Port | undefined {
  const port = target instanceof Element ? target.closest<HTMLElement>('.port') : null;
  const { nodeid, handleid } = port?.dataset ?? {};
  if (port === null || nodeid === undefined || handleid === undefined) return undefined;
  const side = port.classList.contains('source') ? 'source' : 'target';
  return { node: nodeid, port: handleid, side };
}
