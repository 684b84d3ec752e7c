import type { ReactNode } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { nodeTitle } from '../app/nodeTitle.ts';
import { fieldsOf } from '../form/model/fields.ts';
import { placeOf } from '../form/model/place.ts';
import { withTitles } from '../form/model/titled.ts';
import { FixButtons } from '../fixes/FixButtons.tsx';
import { useFixes } from '../fixes/useFixes.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { useDescribe } from '../results/useDescribe.ts';
import { editor } from '../store/theEditor.ts';
import { useTrouble, type Trouble } from './useTrouble.ts';

/** To look for remedies takes time, and nobody mends a hundred things at once. */
const MENDED = 20;

/** Everything that keeps the pipeline from running, or stopped it, each with the way to the node and the field. */
export function Problems(): ReactNode {
  const say = useText();
  const problems = useTrouble();
  const isEmpty = useEditor(({ document }) => document.nodesById.size === 0);
  const isRunning = useEditor(({ run }) => run.current?.status === 'running');
  if (problems.length === 0) {
    const fine = isRunning ? 'panels.problems.running' : 'panels.problems.none';
    const words = isEmpty ? 'panels.problems.start' : fine;
    return <p className="panel-empty">{say(words)}</p>;
  }
  return (
    <ul className="problems">
      {problems.map((problem, at) => (
        <ProblemItem
          key={`${problem.node} ${problem.path} ${problem.code} ${JSON.stringify(problem.params)}`}
          problem={problem}
          hasFixes={at < MENDED}
        />
      ))}
    </ul>
  );
}

type ItemProps = { readonly problem: Trouble; readonly hasFixes: boolean };

function ProblemItem({ problem, hasFixes }: ItemProps): ReactNode {
  const fixesFor = useFixes(hasFixes);
  const locale = useLocale();
  const { node: id, code, params } = problem;
  const type = useEditor(({ document, catalogue }) => {
    const node = id === undefined ? undefined : document.nodesById.get(id);
    return node && catalogue.types.get(node.type);
  });
  // By the code rather than by the server's words: the node is named beside, and the language may have changed since.
  const { message, remedy } = useDescribe()(code, withTitles(params, type, locale));
  const title = useEditor(({ document, catalogue }) => {
    const node = id === undefined ? undefined : document.nodesById.get(id);
    return node && nodeTitle(node, catalogue.types.get(node.type), locale);
  });
  const show = (): void => {
    if (id === undefined) return;
    editor.select([id]);
    const node = editor.get().document.nodesById.get(id);
    if (node === undefined || type === undefined) return;
    const at = placeOf(problem, fieldsOf(type, locale), node.params);
    if (at === '') return;
    editor.set({ view: { ...editor.get().view, focusField: { node: id, path: at } } });
  };
  return (
    <li className="problem">
      <button type="button" className="problem-item" disabled={title === undefined} onClick={show}>
        {title !== undefined && <b>{title}</b>}
        <span>{message}</span>
        <span className="quiet">{remedy}</span>
      </button>
      {hasFixes && <FixButtons fixes={fixesFor(problem)} />}
    </li>
  );
}
