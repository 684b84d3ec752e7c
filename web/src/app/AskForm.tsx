import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ApiError } from '../api.ts';
import { useText } from '../i18n/useText.ts';
import { useDrafts, type OpenAsk } from './asks.ts';
import { Icon } from './Icon.tsx';
import './Ask.css';

const LONGEST_COMMENT = 2_000;

export type GivenAnswer = { readonly approved: boolean; readonly comment?: string };

type Props = {
  readonly ask: Pick<OpenAsk, 'token'>;
  readonly onAnswer: (answer: GivenAnswer) => Promise<unknown>;
};

/** A comment and the two answers. The step stops waiting when the server says so. */
export function AskForm({ ask: { token }, onAnswer }: Props): ReactNode {
  const say = useText();
  const comment = useDrafts((drafts) => drafts[token] ?? '');
  const [sending, setSending] = useState<'approve' | 'refuse'>();
  const [problem, setProblem] = useState<ApiError>();
  const answer = async (approved: boolean): Promise<void> => {
    setSending(approved ? 'approve' : 'refuse');
    setProblem(undefined);
    try {
      const said = comment.trim();
      await onAnswer({ approved, ...(said === '' ? {} : { comment: said }) });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error);
      setSending(undefined);
    }
  };
  return (
    <div className="ask-form">
      <TextInput
        size="xs"
        className="ask-comment"
        aria-label={say('ask.comment')}
        placeholder={say('ask.comment')}
        maxLength={LONGEST_COMMENT}
        value={comment}
        disabled={sending !== undefined}
        onChange={({ currentTarget }) => useDrafts.setState({ [token]: currentTarget.value })}
      />
      <Button
        size="xs"
        leftSection={<Icon name="check" size={14} />}
        loading={sending === 'approve'}
        disabled={sending === 'refuse'}
        onClick={() => void answer(true)}
      >
        {say('ask.approve')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name="cross" size={14} />}
        loading={sending === 'refuse'}
        disabled={sending === 'approve'}
        onClick={() => void answer(false)}
      >
        {say('ask.refuse')}
      </Button>
      {problem !== undefined && (
        <p className="ask-problem" role="alert">
          {problem.message} {problem.remedy}
        </p>
      )}
    </div>
  );
}
