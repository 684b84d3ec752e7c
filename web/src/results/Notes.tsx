import type { ReactNode } from 'react';
import { useDescribe } from './useDescribe.ts';
import type { Note } from './report.ts';

/** What a node found worth saying about its work, in words. */
export function Notes({ notes }: { readonly notes: readonly Note[] }): ReactNode {
  const describe = useDescribe();
  if (notes.length === 0) return null;
  return (
    <ul className="notes">
      {notes.map(({ code, level, params = {} }) => {
        const { message, remedy } = describe(code, params);
        return (
          <li key={`${code} ${JSON.stringify(params)}`} className={`note note-${level}`}>
            {message} {remedy !== '' && <span className="quiet">{remedy}</span>}
          </li>
        );
      })}
    </ul>
  );
}
