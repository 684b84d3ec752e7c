import { useCallback, type ReactNode } from 'react';
import { answerAsk, listAsks, type RunSummary } from '../../api.ts';
import { AskForm } from '../../app/AskForm.tsx';
import { useText } from '../../i18n/useText.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { usePoll } from '../pipelines/usePipelines.ts';

type Props = { readonly run: RunSummary; readonly onAnswered: () => void };

/** What a run waits to be told, answered here: one that the command line started stands on no canvas. */
export function RunAsks({ run, onAnswered }: Props): ReactNode {
  const say = useText();
  const load = useCallback((signal: AbortSignal) => listAsks(run.id, signal), [run.id]);
  const { value: asks, reload } = useLoaded(load);
  // Between two questions there is none for a moment.
  usePoll(asks?.length === 0, reload);
  return asks?.map(({ step, token, message }) => (
    <section key={token} className="run-ask" aria-label={say('ask.label')}>
      <p>{message}</p>
      <AskForm
        ask={{ token }}
        onAnswer={async (answer) => {
          await answerAsk(run.id, step, answer);
          reload();
          onAnswered();
        }}
      />
    </section>
  ));
}
