import { NodeToolbar, Position } from '@xyflow/react';
import type { ReactNode, SyntheticEvent } from 'react';
import { AskForm } from '../app/AskForm.tsx';
import { useEditor } from '../app/useEditor.ts';
import { useSession } from '../app/useOpenPipeline.ts';
import { useText } from '../i18n/useText.ts';
import type { StepState } from '../store/state.ts';

type Props = { readonly id: string; readonly step: StepState | undefined };

/** The question of a node that waits, right under it while nothing else is selected. */
export function NodeAsk({ id, step }: Props): ReactNode {
  const say = useText();
  const { runs } = useSession();
  const isOpen = useEditor(({ view, run }) => {
    const { status } = run.current ?? {};
    const isGoing = status === 'waiting' || status === 'running';
    return isGoing && (view.selectedNodes.size === 0 || view.selectedNodes.has(id));
  });
  const ask = step?.status === 'waiting' ? step.ask : undefined;
  if (!isOpen || ask === undefined) return null;
  return (
    <NodeToolbar isVisible position={Position.Bottom} offset={8}>
      {/* React hands what happens in here on to the card, which would be selected by it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className="ask-card nodrag nopan nowheel"
        role="dialog"
        aria-label={say('ask.label')}
        onClick={stay}
        onKeyDown={stay}
      >
        <div className="ask-words">
          <p>{ask.message}</p>
        </div>
        <AskForm key={ask.token} ask={ask} onAnswer={(answer) => runs.answer(id, answer)} />
      </div>
    </NodeToolbar>
  );
}

const stay = (event: SyntheticEvent): void => event.stopPropagation();
