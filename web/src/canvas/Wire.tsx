import {
  BaseEdge,
  EdgeLabelRenderer,
  getBezierPath,
  getSmoothStepPath,
  type EdgeProps,
} from '@xyflow/react';
import { memo, useState, type CSSProperties, type ReactNode } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { useText } from '../i18n/useText.ts';
import { useCanvas } from './canvasState.ts';
import type { WireEdge } from './toFlow.ts';
import './Wire.css';

const BACK = 16;

/** A wire; what it carries shows while the pointer is on it or it is selected. */
export const Wire = memo(function WirePath(props: EdgeProps<WireEdge>): ReactNode {
  const { id, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = props;
  const { selected = false, data } = props;
  const [isOver, setOver] = useState(false);
  const ends = { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition };
  // A wire that leads back goes round in steps: a curve would hide behind its own cards.
  const [path, x, y] =
    targetX < sourceX + BACK
      ? getSmoothStepPath({ ...ends, borderRadius: 14, offset: 22 })
      : getBezierPath(ends);
  const isGhost = useEditor(({ analysis }) =>
    analysis.problems.some(
      (problem) => problem.node === data?.edge.to.node && ghosts.has(problem.code),
    ),
  );
  const isLit = useCanvas(({ lit }) => lit?.edges.has(id) === true);
  const look = `${isGhost ? 'ghost' : ''} ${isLit ? 'lit' : ''}`.trim();
  return (
    <g onPointerEnter={() => setOver(true)} onPointerLeave={() => setOver(false)}>
      <BaseEdge id={id} path={path} interactionWidth={20} className={look} />
      {(isOver || selected) && data !== undefined && <Carried edge={data.edge} x={x} y={y} />}
    </g>
  );
});

/** Mistakes of which a wire is the cause. */
const ghosts: ReadonlySet<string> = new Set([
  'edge-port-unknown',
  'edge-node-unknown',
  'port-types-differ',
]);

type CarriedProps = {
  readonly edge: NonNullable<WireEdge['data']>['edge'];
  readonly x: number;
  readonly y: number;
};

function Carried({ edge: { from }, x, y }: CarriedProps): ReactNode {
  const say = useText();
  const schema = useEditor(({ analysis }) => analysis.schemas[from.node]?.[from.port]);
  const rows = useEditor(({ run }) => run.steps.get(from.node)?.rows);
  if (schema === undefined && rows === undefined) return null;
  const style = { transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` } as CSSProperties;
  const columns = schema?.columns.length;
  return (
    <EdgeLabelRenderer>
      <div className="carried numbers" style={style}>
        {[
          columns === undefined ? undefined : say('wire.columns', { columns }),
          rows === undefined ? undefined : say('wire.rows', { rows }),
        ]
          .filter((text) => text !== undefined)
          .join(' · ')}
      </div>
    </EdgeLabelRenderer>
  );
}
