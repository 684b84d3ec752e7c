import type { ReactNode } from 'react';
import type { GraphDifference } from '#schemas/document/difference.ts';
import type { Pipeline } from '#schemas/types.ts';
import { More, MOST } from './More.tsx';
import { NodeChanges, WholeNodes } from './NodeChanges.tsx';
import { WireChanges } from './WireChanges.tsx';

export type ComparedGraphs = {
  readonly difference: GraphDifference;
  /** The earlier one first. */
  readonly graphs: readonly [Pick<Pipeline, 'nodes'>, Pick<Pipeline, 'nodes'>];
};

/** What became of a graph, the pipeline's or a subflow's: of its nodes, then of its wires. */
export function GraphChanges({ difference, graphs }: ComparedGraphs): ReactNode {
  const { nodes } = difference;
  return (
    <>
      {nodes.changed.slice(0, MOST).map((change) => (
        <NodeChanges key={change.id} change={change} />
      ))}
      <More of={nodes.changed} />
      <WholeNodes nodes={nodes.added} change="added" />
      <WholeNodes nodes={nodes.removed} change="removed" />
      <WireChanges difference={difference} graphs={graphs} />
    </>
  );
}
