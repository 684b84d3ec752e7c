import { CloseButton } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useEditor } from '../app/useEditor.ts';
import type { Problem } from '#schemas/types.ts';
import { withTitles } from '../form/model/titled.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { useDescribe } from '../results/useDescribe.ts';
import type { Point } from '../store/commands/nodes.ts';
import { FixButtons } from './FixButtons.tsx';
import { useFinder } from './useFinder.ts';
import { useFixes } from './useFixes.ts';

type Open = { readonly node: string; readonly at: Point };

const noProblems: readonly Problem[] = [];

/** A click on the mark of a node that cannot run yet says why, with what can be done about it. */
export function ProblemNote(): ReactNode {
  const [open, setOpen] = useState<Open>();
  // Before anybody asks for them: a menu must not grow under the pointer.
  useFinder(useEditor(({ analysis }) => analysis.problems.length > 0));
  useEffect(() => {
    const onClick = ({ target, clientX, clientY }: MouseEvent): void => {
      if (!(target instanceof Element)) return;
      const mark = target.closest('.state-mark[data-state="unconfigured"]');
      const node = mark?.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
      if (node !== undefined) setOpen({ node, at: { x: clientX, y: clientY } });
      else if (target.closest('.fix-note') === null) setOpen(undefined);
    };
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setOpen(undefined);
    };
    addEventListener('click', onClick);
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('click', onClick);
      removeEventListener('keydown', onKey);
    };
  }, []);
  return open === undefined ? null : <Note {...open} onClose={() => setOpen(undefined)} />;
}

function Note({ node, at, onClose }: Open & { readonly onClose: () => void }): ReactNode {
  const say = useText();
  const describe = useDescribe();
  const fixesFor = useFixes();
  const locale = useLocale();
  const type = useEditor(({ document, catalogue }) => {
    const found = document.nodesById.get(node);
    return found && catalogue.types.get(found.type);
  });
  const problems = useEditor(({ analysis }) => analysis.problemsByNode.get(node) ?? noProblems);
  if (problems.length === 0) return null;
  const style = {
    left: Math.max(8, Math.min(at.x + 12, innerWidth - 340)),
    top: Math.max(8, Math.min(at.y + 12, innerHeight - 240)),
  };
  return (
    <div className="fix-note" role="dialog" aria-label={say('panels.problems')} style={style}>
      <CloseButton
        className="fix-note-close"
        size="sm"
        aria-label={say('action.close')}
        onClick={onClose}
      />
      {problems.slice(0, 3).map((problem) => {
        const { message, remedy } = describe(
          problem.code,
          withTitles(problem.params, type, locale),
        );
        return (
          <div key={`${problem.code} ${problem.path} ${message}`}>
            <p>{message}</p>
            {remedy !== '' && <p className="quiet">{remedy}</p>}
            <FixButtons fixes={fixesFor(problem)} onDone={onClose} />
          </div>
        );
      })}
    </div>
  );
}
