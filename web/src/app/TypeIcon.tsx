import type { CSSProperties, ReactNode } from 'react';
import type { NodeType } from '#schemas/types.ts';
import './TypeIcon.css';

type Props = {
  /** Undefined for a type that is not installed. */
  readonly type: Pick<NodeType, 'icon' | 'category'> | undefined;
  readonly size?: number;
};

/** A type's icon on a tile in its category's hue. */
export function TypeIcon({ type, size = 32 }: Props): ReactNode {
  const style = { '--tile': `${size}px`, '--icon': maskOf(type?.icon) } as CSSProperties;
  return (
    <span
      className={`tile type-icon category-${type?.category ?? 'unknown'}`}
      style={style}
      aria-hidden
    />
  );
}

const unknownIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="black" stroke-width="1.75" stroke-linecap="round"><path d="M9 9a3 3 0 1 1 4 2.8c-.7.3-1 .9-1 1.7M12 17h.01"/></svg>';

const masks = new Map<string, string>();

/** As a mask the icon takes the tile's colour, and nothing in a file can run. */
function maskOf(icon = unknownIcon): string {
  const known = masks.get(icon);
  if (known !== undefined) return known;
  const mask = `url("data:image/svg+xml,${encodeURIComponent(icon.replaceAll('currentColor', 'black'))}")`;
  masks.set(icon, mask);
  return mask;
}
