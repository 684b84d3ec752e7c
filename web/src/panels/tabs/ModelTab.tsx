import type { ReactNode } from 'react';
import { useEditor } from '../../app/useEditor.ts';
import { useText } from '../../i18n/useText.ts';
import { UseModel } from '../../results/model/UseModel.tsx';
import { StaleNote } from '../StaleNote.tsx';
import type { Target } from '../target.ts';

/** Asks the model that a step trained. */
export function ModelTab({ target }: { readonly target: Target }): ReactNode {
  const say = useText();
  const outputs = useEditor(({ run }) => run.steps.get(target.node.id)?.outputs);
  const model = target.outputs
    .map(({ name }) => outputs?.[name])
    .find((output) => output?.type === 'model');
  const id = model?.['artifact'];
  if (typeof id !== 'string') return <p className="panel-empty">{say('panels.model.empty')}</p>;
  return (
    <div className="report-tab">
      <StaleNote of="model" node={target.node.id} />
      <UseModel key={id} modelId={id} />
    </div>
  );
}
