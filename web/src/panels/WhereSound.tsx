import { useState, type ReactNode } from 'react';
import { nodeTitle } from '#schemas/graph.ts';
import type { PortSpec, Problem } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import { useEditorNode } from '../app/useEditorNode.ts';
import { withTitles } from '../form/model/titled.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { useDescribe, useDescribeError } from '../results/useDescribe.ts';
import { editor } from '../store/theEditor.ts';
import { obstacle } from './data/obstacle.ts';

type Props = {
  readonly node: string;
  /** In place of what the catalogue says, where the node itself has no wire yet. */
  readonly loose?: string;
  readonly children: ReactNode;
};

/**
 * What asks the server about a node's outputs. Where a wire is missing or a field stands wrong, the answer is known and
 * nothing is asked; whoever comes to a node right after an edit waits until it is known whether there is such a thing.
 */
export function WhereSound({ node, loose, children }: Props): ReactNode {
  const say = useText();
  // The place in one text, so that an edit elsewhere draws nothing again.
  const isStopped = useEditor((state) => placeText(obstacle(state, node))) !== undefined;
  const isChecking = useEditor(({ analysis }) => analysis.status === 'checking');
  const [shown, setShown] = useState<string>();
  if (isStopped) {
    const at = obstacle(editor.get(), node);
    if (at === undefined) return null;
    if ('problem' in at) return <Wrong problem={at.problem} isOwn={at.node === node} />;
    if (loose !== undefined && at.node === node) return <p className="panel-empty">{loose}</p>;
    return <NotWired {...at} />;
  }
  if (isChecking && shown !== node) return <p className="panel-wait">{say('panels.loading')}</p>;
  if (shown !== node) setShown(node);
  return children;
}

const placeText = (at: ReturnType<typeof obstacle>): string | undefined =>
  at && ('problem' in at ? `${at.node} ${at.problem.code}` : `${at.node} ${at.port.name}`);

function NotWired({ node, port }: { readonly node: string; readonly port: PortSpec }): ReactNode {
  const locale = useLocale();
  const describe = useDescribe();
  const known = useEditorNode(({ document }) => document.nodesById.get(node));
  const name = known === undefined ? node : nodeTitle(known);
  return <Words {...describe('input-not-wired', { name, port: port.title[locale] })} />;
}

type WrongProps = {
  readonly problem: Problem;
  /** The panel's title names the node, so the words need not. */
  readonly isOwn: boolean;
};

function Wrong({ problem, isOwn }: WrongProps): ReactNode {
  const locale = useLocale();
  const describe = useDescribe();
  const describeError = useDescribeError();
  const type = useEditor(({ document, catalogue }) => {
    const node = document.nodesById.get(problem.node ?? '');
    return node && catalogue.types.get(node.type);
  });
  const params = withTitles(problem.params, type, locale);
  const words = isOwn ? describe(problem.code, params) : describeError({ ...problem, params });
  return <Words {...words} />;
}

function Words({ message, remedy }: { readonly message: string; readonly remedy: string }) {
  return (
    <div className="panel-problem" role="status">
      <p>{message}</p>
      <p className="quiet">{remedy}</p>
    </div>
  );
}
