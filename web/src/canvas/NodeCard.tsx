import type { NodeProps } from '@xyflow/react';
import { memo, type CSSProperties, type ReactNode } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { shortLeftText } from '../app/leftText.ts';
import { useNow } from '../app/useNow.ts';
import { nodeTitle } from '../app/nodeTitle.ts';
import { TypeIcon } from '../app/TypeIcon.tsx';
import { useLocale, useText } from '../i18n/useText.ts';
import { useDescribe } from '../results/useDescribe.ts';
import type { StepState } from '../store/state.ts';
import { timeLeft } from '../store/timeLeft.ts';
import { CardName } from './CardName.tsx';
import { CardNote } from './CardNote.tsx';
import { CardPicture } from './CardPicture.tsx';
import { useCanvas } from './canvasState.ts';
import { scoreIn, scoreWords } from './MiniScore.tsx';
import { NodeAsk } from './NodeAsk.tsx';
import { cardState, share, type CardState } from './nodeState.ts';
import { PinMark } from './PinMark.tsx';
import { Ports } from './Ports.tsx';
import { StateMark } from './StateMark.tsx';
import type { CardNode } from './toFlow.ts';
import { useLine } from './useLine.ts';
import './NodeCard.css';

/** A node. It listens to its own state alone, so that what happens elsewhere does not draw it again. */
export const NodeCard = memo(function Card({ id, data }: NodeProps<CardNode>): ReactNode {
  const { node, ports } = data;
  const locale = useLocale();
  const say = useText();
  const describe = useDescribe();
  const type = useEditor(({ catalogue }) => catalogue.types.get(node.type));
  const state = useEditor((whole) => cardState(id, whole));
  const step = useEditor(({ run }) => run.steps.get(id));
  const line = useLine(type, node);
  const isLit = useCanvas(({ lit }) => lit?.nodes.has(id) === true);
  const isTarget = useCanvas(({ dragged }) => dragged?.over === id);
  const score = state === 'done' || state === 'cached' ? scoreIn(step?.outputs) : undefined;
  const words = score === undefined ? [line] : [line, scoreWords(score, say)];
  const told = words.filter((part) => part !== '').join(' · ');
  const [text, tone] = secondLine(state, step, told, describe) ?? [
    type === undefined ? say('card.unknownType', { type: node.type }) : line,
    '',
  ];
  return (
    <div
      className="card"
      data-state={state}
      data-lit={isLit}
      data-target={isTarget}
      data-testid={`node-${id}`}
    >
      <Ports node={id} ports={ports.inputs} side="target" />
      <TypeIcon type={type} size={36} />
      <div className="card-words">
        <CardName node={node} title={nodeTitle(node, type, locale)} />
        <div className={`card-line ${tone}`} title={text}>
          {node.pinned !== undefined && <PinMark />}
          {state === 'running' && step !== undefined ? <Going step={step} line={text} /> : text}
        </div>
        <CardPicture node={id} state={state} step={step} />
      </div>
      <StateMark id={id} state={state} step={step} />
      {node.notes !== undefined && node.notes !== '' && <CardNote text={node.notes} />}
      <Ports node={id} ports={ports.outputs} side="source" />
      {state === 'waiting' && <NodeAsk id={id} step={step} />}
      {state === 'running' && <Progress share={step === undefined ? undefined : share(step)} />}
    </div>
  );
});

/** A failed node shows the first words of what happened. */
function secondLine(
  state: CardState,
  step: StepState | undefined,
  line: string,
  describe: ReturnType<typeof useDescribe>,
): readonly [string, string] | undefined {
  if (state === 'failed' && step?.error !== undefined) {
    const { code, params } = step.error;
    return [describe(code, params).message, 'card-line-failed'];
  }
  if (state === 'waiting' && step?.ask !== undefined) {
    return [step.ask.message, 'card-line-waiting'];
  }
  return line === '' ? undefined : [line, ''];
}

/** How long it will still take, in place of its line, as soon as that can be told. */
function Going({ step, line }: { readonly step: StepState; readonly line: string }): ReactNode {
  const say = useText();
  const left = timeLeft(step, useNow(true));
  const done = share(step);
  if (left === undefined || done === undefined) return line;
  return `${say('card.share', { share: done })} · ${shortLeftText(left, say)}`;
}

/** Without a known share, a bar that moves. */
function Progress({ share: done }: { readonly share: number | undefined }): ReactNode {
  const style = { '--share': done ?? 0.3 } as CSSProperties;
  return <span className="card-progress" data-known={done !== undefined} style={style} />;
}
