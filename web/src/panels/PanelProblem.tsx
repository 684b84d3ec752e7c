import type { ReactNode } from 'react';
import { ApiError } from '../api.ts';
import { useText } from '../i18n/useText.ts';

/** What the server could not show, and what to do about it. */
export function PanelProblem({ error }: { readonly error: Error }): ReactNode {
  const say = useText();
  const isKnown = error instanceof ApiError;
  return (
    <div className="panel-problem" role="status">
      <p>{isKnown ? error.message : say('panels.failed')}</p>
      <p className="quiet">{isKnown ? error.remedy : error.message}</p>
    </div>
  );
}
