import { Drawer } from '@mantine/core';
import { useCallback, type ReactNode } from 'react';
import { getModel, type ModelSummary } from '../../api.ts';
import { useFocusBack } from '../../app/useFocusBack.ts';
import { useText } from '../../i18n/useText.ts';
import { Problem } from '../parts/Problem.tsx';
import { useLoaded } from '../parts/useLoaded.ts';
import { AskModel } from './AskModel.tsx';
import { ModelOrigin } from './ModelOrigin.tsx';
import { ScoreFile } from './ScoreFile.tsx';
import { useModelName } from './useModelName.ts';
import './ModelDrawer.css';

type Props = { readonly model: ModelSummary; readonly onClose: () => void };

/** A model to be asked: one row typed in, or a whole file. */
export function ModelDrawer({ model, onClose }: Props): ReactNode {
  const say = useText();
  useFocusBack();
  const name = useModelName(model);
  const load = useCallback((signal: AbortSignal) => getModel(model.id, signal), [model.id]);
  const { value, problem, reload } = useLoaded(load);
  return (
    <Drawer
      opened
      position="right"
      size={560}
      lockScroll={false}
      title={`${name} · ${model.target}`}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': say('home.close') }}
    >
      {problem !== undefined && <Problem problem={problem} onRetry={reload} />}
      {value !== undefined && (
        <div className="model-drawer">
          <AskModel model={value} />
          <ScoreFile model={value} />
          <ModelOrigin model={model} />
        </div>
      )}
    </Drawer>
  );
}
