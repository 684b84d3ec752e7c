import type { ReactNode } from 'react';
import type { Problem } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import { nodeTitle } from '../app/nodeTitle.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { editor } from '../store/theEditor.ts';

/** Everything that keeps the pipeline from running, each with the way to the node and the field. */
export function Problems(): ReactNode {
  const say = useText();
  const problems = useEditor(({ analysis }) => analysis.problems);
  const isEmpty = useEditor(({ document }) => document.nodesById.size === 0);
  if (problems.length === 0) {
    const words = isEmpty ? 'panels.problems.start' : 'panels.problems.none';
    return <p className="panel-empty">{say(words)}</p>;
  }
  return (
    <ul className="problems">
      {problems.map((problem) => (
        <ProblemItem
          key={`${problem.node} ${problem.path} ${problem.code} ${problem.detail}`}
          problem={problem}
        />
      ))}
    </ul>
  );
}

function ProblemItem({ problem }: { readonly problem: Problem }): ReactNode {
  const locale = useLocale();
  const { node: id, path, detail, remedy } = problem;
  const title = useEditor(({ document, catalogue }) => {
    const node = id === undefined ? undefined : document.nodesById.get(id);
    return node && nodeTitle(node, catalogue.types.get(node.type), locale);
  });
  const show = (): void => {
    if (id === undefined) return;
    editor.select([id]);
    if (path === undefined) return;
    editor.set({ view: { ...editor.get().view, focusField: { node: id, path } } });
  };
  return (
    <li>
      <button type="button" className="problem" disabled={title === undefined} onClick={show}>
        {title !== undefined && <b>{title}</b>}
        <span>{detail}</span>
        <span className="quiet">{remedy}</span>
      </button>
    </li>
  );
}
