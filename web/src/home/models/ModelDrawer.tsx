import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ModelSummary } from '../../api.ts';
import { useFocusBack } from '../../app/useFocusBack.ts';
import { useText } from '../../i18n/useText.ts';
import { UseModel } from '../../results/model/UseModel.tsx';
import { ModelOrigin } from './ModelOrigin.tsx';
import { useModelName } from './useModelName.ts';
import './ModelDrawer.css';

type Props = { readonly model: ModelSummary; readonly onClose: () => void };

/** A model to be asked: one row typed in, or a whole file. */
export function ModelDrawer({ model, onClose }: Props): ReactNode {
  const say = useText();
  useFocusBack();
  const name = useModelName(model);
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
      <div className="model-drawer">
        <UseModel modelId={model.id} />
        <ModelOrigin model={model} />
      </div>
    </Drawer>
  );
}
