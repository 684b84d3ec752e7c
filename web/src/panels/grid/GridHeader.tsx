import type { ReactNode } from 'react';
import type { Column } from '#schemas/types.ts';
import type { ColumnProfile } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { TypeMark } from '../TypeMark.tsx';
import { MiniHistogram } from './MiniHistogram.tsx';

type Props = {
  readonly column: Column;
  readonly index: number;
  readonly start: number;
  readonly width: number;
  readonly profile: ColumnProfile | undefined;
};

/** A column's name, type, role, how many values are missing and how the others lie. */
export function GridHeader({ column, index, start, width, profile }: Props): ReactNode {
  const say = useText();
  const bars =
    profile?.numbers?.histogram ??
    profile?.dates?.histogram ??
    profile?.top?.map(({ count }) => count);
  const isSpecial = column.role !== 'feature';
  return (
    <div
      role="columnheader"
      aria-colindex={index}
      className={column.role === 'target' ? 'grid-header grid-target' : 'grid-header'}
      style={{ left: start, width }}
    >
      <span className="grid-name" title={column.name}>
        <TypeMark column={column} />
        <span>{column.name}</span>
      </span>
      <span className="grid-about">
        {bars !== undefined && <MiniHistogram counts={bars} />}
        <span className="grid-facts">
          {isSpecial && <b>{say(`panels.role.${column.role}`)}</b>}
          {profile !== undefined && profile.missing > 0 && (
            <span className="grid-gaps">
              {say('panels.grid.missing', { count: profile.missing })}
            </span>
          )}
        </span>
      </span>
    </div>
  );
}
