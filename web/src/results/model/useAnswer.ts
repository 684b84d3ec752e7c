import { useEffect, useState } from 'react';
import { predict, type ModelDetail, type Prediction } from '../../api.ts';
import { useLocale } from '../../i18n/useText.ts';
import { messageOf } from '../../messageOf.ts';
import { readRow, type Typed } from './rawRow.ts';

/** Milliseconds without a key until a row is asked about again. */
const PAUSE = 200;

type Answered = {
  /** The last one; it stands until the next has come. */
  readonly answer: { readonly to: Typed; readonly is: Prediction } | undefined;
  readonly problem: string | undefined;
  /** Asks about what is typed, and from then on about all that will be. */
  readonly ask: () => void;
};

/** What the model says of a row; `typed` is undefined while it cannot be read. */
export function useAnswer({ id, inputs }: ModelDetail, typed: Typed | undefined): Answered {
  const locale = useLocale();
  // An object of its own, so that whoever asks twice is answered twice.
  const [asked, setAsked] = useState<{ readonly about: Typed }>();
  const [answer, setAnswer] = useState<Answered['answer']>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    if (asked === undefined) return undefined;
    let isLast = true;
    const { row } = readRow(inputs, asked.about, locale);
    const answered = async (): Promise<void> => {
      try {
        const { predictions } = await predict(id, [row]);
        if (!isLast) return;
        setAnswer(predictions[0] && { to: asked.about, is: predictions[0] });
        setProblem(undefined);
      } catch (error) {
        if (isLast) setProblem(messageOf(error));
      }
    };
    void answered();
    return () => void (isLast = false);
  }, [asked, id, inputs, locale]);

  const isNew = asked !== undefined && typed !== undefined && asked.about !== typed;
  useEffect(() => {
    if (!isNew) return undefined;
    const timer = setTimeout(() => setAsked({ about: typed }), PAUSE);
    return () => clearTimeout(timer);
  }, [isNew, typed]);

  const ask = (): void => {
    if (typed !== undefined) setAsked({ about: typed });
  };
  return { answer, problem, ask };
}
