import type { ReactNode } from 'react';
import { ApiError } from '../api.ts';
import { useText } from '../i18n/useText.ts';
import { useDescribe } from '../results/useDescribe.ts';

/** What the server could not show, and what to do about it. */
export function PanelProblem({ error }: { readonly error: Error }): ReactNode {
  const say = useText();
  const describe = useDescribe();
  // The panel's title names the node, so the words need not.
  const isOfNode = error instanceof ApiError && error.node !== undefined;
  const { message, remedy } = isOfNode
    ? describe(error.code, error.params)
    : { message: error.message, remedy: error instanceof ApiError ? error.remedy : '' };
  return (
    <div className="panel-problem" role="status">
      <p>{error instanceof ApiError ? message : say('panels.failed')}</p>
      <p className="quiet">{error instanceof ApiError ? remedy : message}</p>
    </div>
  );
}
