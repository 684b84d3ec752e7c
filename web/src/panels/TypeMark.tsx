import type { ReactNode } from 'react';
import type { Column, ValueType } from '#schemas/types.ts';
import { useText } from '../i18n/useText.ts';
import './TypeMark.css';

type Kind = 'number' | 'category' | 'text' | 'date' | 'flag';

const pictures: Readonly<Record<Kind, string>> = {
  // A number line's hash, a tag, lines of writing, a calendar, a tick.
  number: 'M6.5 3l-1.5 10M11 3l-1.5 10M3.5 6.500h9.500M3 9.500h9.5',
  category: 'M3 3.500h5l5 5-4.5 4.5-5-5zM5.7 6.200h.01',
  text: 'M3 4.500h10M3 8h10M3 11.500h6',
  date: 'M3 4.500h10v8.500h-10zM3 7.500h10M6 3v2.500M10 3v2.5',
  flag: 'M3 8.500l3.2 3.200L13 5',
};

const plain: Readonly<Record<ValueType, Kind>> = {
  bool: 'flag',
  int64: 'number',
  float64: 'number',
  text: 'text',
  date: 'date',
  timestamp: 'date',
};

/** A small picture of what a column holds, its words on hover and for those who do not see it. */
export function TypeMark({ column }: { readonly column: Column }): ReactNode {
  const say = useText();
  const kind = column.meaning === 'category' ? 'category' : plain[column.type];
  const words =
    kind === 'category'
      ? say('panels.type.category', { type: say(`panels.type.${column.type}`) })
      : say(`panels.type.${column.type}`);
  return (
    <span className={`type-mark type-${kind}`} title={words}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path
          d={pictures[kind]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
