import { Handle, Position } from '@xyflow/react';
import type { CSSProperties, ReactNode } from 'react';
import { portKey } from '#schemas/graph.ts';
import type { PortSpec } from '#schemas/types.ts';
import { useLocale } from '../i18n/useText.ts';
import { useCanvas } from './canvasState.ts';
import { cardHeight, portY } from './geometry.ts';

type Props = {
  readonly node: string;
  readonly ports: readonly PortSpec[];
  readonly side: 'source' | 'target';
};

/** The ports of one side of a card. While a wire is in the hand, those that fit grow and the others dim. */
export function Ports({ node, ports, side }: Props): ReactNode {
  const locale = useLocale();
  const connecting = useCanvas((state) => state.connecting);
  const height = cardHeight(
    side === 'target' ? { inputs: ports, outputs: [] } : { inputs: [], outputs: ports },
  );
  return ports.map((port, index) => {
    const key = portKey({ node, port: port.name });
    const offset = portY(index, ports.length, height) - height / 2;
    const style = { top: `calc(50% + ${offset}px)` } satisfies CSSProperties;
    const fit =
      connecting === undefined
        ? 'none'
        : connecting.from.side !== side && connecting.fits.has(key)
          ? 'yes'
          : 'no';
    return (
      <Handle
        key={port.name}
        id={port.name}
        type={side}
        position={side === 'target' ? Position.Left : Position.Right}
        className="port"
        style={style}
        data-type={port.type}
        data-fit={fit}
        title={port.title[locale]}
      />
    );
  });
}
