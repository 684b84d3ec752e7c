import { useMemo, type ReactNode } from 'react';
import type { Pipeline } from '#schemas/types.ts';
import { useEditor } from '../../app/useEditor.ts';
import { graphPicture } from './graphPicture.ts';
import './GraphPicture.css';

type Props = {
  /** Undefined while it is on its way. */
  readonly document: Pick<Pipeline, 'nodes' | 'edges'> | undefined;
  readonly width: number;
  readonly height: number;
};

/** A graph at a glance, in the colours of its categories. Its words stand beside it. */
export function GraphPicture({ document, width, height }: Props): ReactNode {
  const types = useEditor((state) => state.catalogue.types);
  const picture = useMemo(
    () => (document === undefined ? undefined : graphPicture(document, { width, height })),
    [document, width, height],
  );
  return (
    <svg className="graph-picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {picture?.wires.map((path, at) => (
        <path key={at} d={path} />
      ))}
      {picture?.nodes.map(({ id, type, ...box }) => (
        <rect
          key={id}
          {...box}
          rx="2"
          className={`category-${types.get(type)?.category ?? 'none'}`}
        />
      ))}
    </svg>
  );
}
