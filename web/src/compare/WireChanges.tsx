import type { ReactNode } from 'react';
import type { Edge } from '#schemas/types.ts';
import { useText } from '../i18n/useText.ts';
import { More, MOST } from './More.tsx';
import type { ComparedGraphs } from './GraphChanges.tsx';
import { useNodeWords } from './useNodeWords.ts';

/** Only wires between nodes that both graphs have: those of a node that came or went need no telling. */
export function WireChanges({ difference, graphs }: ComparedGraphs): ReactNode {
  const say = useText();
  const { nameOf } = useNodeWords();
  const { wires, nodes } = difference;
  const apart = new Set([...nodes.added, ...nodes.removed].map(({ id }) => id));
  const isBetween = ({ from, to }: Edge): boolean => !apart.has(from.node) && !apart.has(to.node);
  const named = new Map(
    graphs.flatMap((graph) => graph.nodes.map((node) => [node.id, nameOf(node)])),
  );
  const name = (id: string): string => named.get(id) ?? id;
  const lists = (['added', 'removed'] as const).flatMap((change) =>
    wires[change].filter(isBetween).map((edge) => ({ change, edge })),
  );
  if (lists.length + wires.reordered.length === 0) return null;
  return (
    <li className="compare-change" data-change="changed">
      <p className="compare-what">
        <strong>{say('compare.wires')}</strong>
      </p>
      <ul className="compare-wires">
        {lists.slice(0, MOST).map(({ change, edge: { from, to } }) => (
          <li key={`${from.node}.${from.port} ${to.node}.${to.port}`}>
            {say('compare.wire', { from: name(from.node), to: name(to.node) })}
            <span className="compare-tag" data-change={change}>
              {say(`compare.${change}`)}
            </span>
          </li>
        ))}
        <More of={lists} />
        {wires.reordered.map(({ node, port }) => (
          <li key={`${node}.${port}`}>{say('compare.wire.reordered', { node: name(node) })}</li>
        ))}
      </ul>
    </li>
  );
}
