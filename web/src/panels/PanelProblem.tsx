import type { ReactNode } from 'react';
import type { Description } from '#schemas/errors.ts';
import { ApiError } from '../api.ts';
import { useEditor } from '../app/useEditor.ts';
import { withTitles } from '../form/model/titled.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { useDescribe, useDescribeError } from '../results/useDescribe.ts';

/** What the server could not show, and what to do about it. */
export function PanelProblem({ error }: { readonly error: Error }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const describe = useDescribe();
  const describeError = useDescribeError();
  const named = error instanceof ApiError ? error.node : undefined;
  const type = useEditor(({ document, catalogue }) => {
    const node = named === undefined ? undefined : document.nodesById.get(named);
    return node && catalogue.types.get(node.type);
  });
  // The panel's title names the node, so the words need not; another one, which leads to it, they do where they have not.
  const isOwn = useEditor(({ view }) => named !== undefined && view.selectedNodes.has(named));
  const wordsOf = ({ code, kind, params, message, remedy }: ApiError): Description => {
    if (named === undefined) return { message, remedy };
    const titled = withTitles(params, type, locale);
    return isOwn || 'name' in params
      ? describe(code, titled)
      : describeError({ code, kind, params: titled, node: named });
  };
  const { message, remedy } =
    error instanceof ApiError ? wordsOf(error) : { message: error.message, remedy: '' };
  return (
    <div className="panel-problem" role="status">
      <p>{error instanceof ApiError ? message : say('panels.failed')}</p>
      <p className="quiet">{error instanceof ApiError ? remedy : message}</p>
    </div>
  );
}
