import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useGoTo } from '../canvas/useGoTo.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { editor } from '../store/theEditor.ts';
import { AskForm } from './AskForm.tsx';
import { openAsks, type OpenAsk } from './asks.ts';
import { Icon } from './Icon.tsx';
import { nodeTitle } from './nodeTitle.ts';
import { useEditor } from './useEditor.ts';
import { useSession } from './useOpenPipeline.ts';
import './Ask.css';

/** Said across the page while a run waits for people, one question after the other. */
export function AskBanner(): ReactNode {
  const tokens = useEditor(useShallow(({ run }) => openAsks(run).map(({ token }) => token)));
  const [first] = tokens;
  if (first === undefined) return null;
  return <Question key={first} token={first} more={tokens.length - 1} />;
}

function Question({ token, more }: { readonly token: string; readonly more: number }): ReactNode {
  const say = useText();
  const ask = openAsks(editor.get().run).find((open) => open.token === token);
  const title = useAskTitle(ask);
  const goTo = useGoTo();
  const { runs } = useSession();
  if (ask === undefined) return null;
  const node = nodeOf(ask);
  const show = (): void => {
    goTo(node);
  };
  return (
    <section className="ask-banner" aria-label={say('ask.label')}>
      <Icon name="person" />
      <div className="ask-words" role="status">
        <strong>{title}</strong>
        {more > 0 && <span className="quiet"> {say('ask.more', { more })}</span>}
        <p>{ask.message}</p>
      </div>
      <Button size="xs" variant="subtle" color="gray" onClick={show}>
        {say('ask.show')}
      </Button>
      <AskForm ask={ask} onAnswer={(answer) => runs.answer(ask.step, answer)} />
    </section>
  );
}

/** A step inside a subflow is shown by the node that holds it. */
export const nodeOf = ({ step }: Pick<OpenAsk, 'step'>): string => step.split('/')[0] ?? step;

function useAskTitle(ask: OpenAsk | undefined): string {
  const locale = useLocale();
  const say = useText();
  const node = useEditor(({ document }) => document.nodesById.get(ask ? nodeOf(ask) : ''));
  const type = useEditor(({ catalogue }) => catalogue.types.get(node?.type ?? ''));
  return node === undefined ? say('run.status.waiting') : nodeTitle(node, type, locale);
}
