import type { ReactNode } from 'react';
import { ApiError } from '../api.ts';
import { useEditor } from '../app/useEditor.ts';
import { withTitles } from '../form/model/titled.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { useDescribe } from '../results/useDescribe.ts';

/** What the server could not show, and what to do about it. */
export function PanelProblem({ error }: { readonly error: Error }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const describe = useDescribe();
  const named = error instanceof ApiError ? error.node : undefined;
  const type = useEditor(({ document, catalogue }) => {
    const node = named === undefined ? undefined : document.nodesById.get(named);
    return node && catalogue.types.get(node.type);
  });
  // The panel's title names the node, so the words need not.
  const isOfNode = error instanceof ApiError && error.node !== undefined;
  const { message, remedy } = isOfNode
    ? describe(error.code, withTitles(error.params, type, locale))
    : { message: error.message, remedy: error instanceof ApiError ? error.remedy : '' };
  return (
    <div className="panel-problem" role="status">
      <p>{error instanceof ApiError ? message : say('panels.failed')}</p>
      <p className="quiet">{error instanceof ApiError ? remedy : message}</p>
    </div>
  );
}
