import { useEffect, useState, type ReactNode } from 'react';
import { getModel, type ModelDetail } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { AskModel } from './AskModel.tsx';
import { ScoreFile } from './ScoreFile.tsx';
import { messageOf } from '../../messageOf.ts';
import '../../form/form.css';
import '../../form/fields/inputs.css';
import '../../form/fields/fields.css';
import '../results.css';
import './model.css';

/** A trained model, put to use: one row by hand, or a whole file. */
export function UseModel({ modelId }: { readonly modelId: string }): ReactNode {
  const say = useText();
  const [model, setModel] = useState<ModelDetail>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const stop = new AbortController();
    getModel(modelId, stop.signal).then(setModel, (error: unknown) => {
      if (!stop.signal.aborted) setProblem(messageOf(error));
    });
    return () => stop.abort();
  }, [modelId]);
  if (problem !== undefined) return <p role="alert">{problem}</p>;
  if (model === undefined) return <p className="quiet">{say('panels.loading')}</p>;
  return (
    <div className="use-model">
      <AskModel model={model} />
      <ScoreFile model={model} />
    </div>
  );
}
