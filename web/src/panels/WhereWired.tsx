import type { ReactNode } from 'react';
import { nodeTitle } from '#schemas/graph.ts';
import { useEditor } from '../app/useEditor.ts';
import { useEditorNode } from '../app/useEditorNode.ts';
import { useLocale } from '../i18n/useText.ts';
import { useDescribe } from '../results/useDescribe.ts';
import { editor } from '../store/theEditor.ts';
import { unwired, type Unwired } from './data/unwired.ts';

type Props = {
  readonly node: string;
  /** In place of what the catalogue says, where the node itself has no wire yet. */
  readonly loose?: string;
  readonly children: ReactNode;
};

/** What asks the server about a node's outputs; where a wire is missing the answer is known, and nothing is asked. */
export function WhereWired({ node, loose, children }: Props): ReactNode {
  // The place of the port in one text, so that an edit elsewhere draws nothing again.
  const missing = useEditor((state) => {
    const found = unwired(state, node);
    return found && `${found.node} ${found.port.name}`;
  });
  if (missing === undefined) return children;
  const at = unwired(editor.get(), node);
  if (at === undefined) return null;
  return loose !== undefined && at.node === node ? (
    <p className="panel-empty">{loose}</p>
  ) : (
    <NotWired at={at} />
  );
}

function NotWired({ at: { node, port } }: { readonly at: Unwired }): ReactNode {
  const locale = useLocale();
  const describe = useDescribe();
  const known = useEditorNode(({ document }) => document.nodesById.get(node));
  const name = known === undefined ? node : nodeTitle(known);
  const { message, remedy } = describe('input-not-wired', { name, port: port.title[locale] });
  return (
    <div className="panel-problem" role="status">
      <p>{message}</p>
      <p className="quiet">{remedy}</p>
    </div>
  );
}
