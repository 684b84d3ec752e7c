import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';

type ValuesProps = { readonly name: string; readonly before: string; readonly after: string };

/** What one thing was and is; where both read alike, only that it changed. */
export function Values({ name, before, after }: ValuesProps): ReactNode {
  const say = useText();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {before === after ? (
          <span>{say('compare.value.changed')}</span>
        ) : (
          <>
            <del>
              <span className="visually-hidden">{say('compare.before')}: </span>
              {before}
            </del>
            <span aria-hidden="true">→</span>
            <ins>
              <span className="visually-hidden">{say('compare.after')}: </span>
              {after}
            </ins>
          </>
        )}
      </dd>
    </div>
  );
}
