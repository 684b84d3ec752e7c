import type { ReactNode } from 'react';
import type { ModelSummary } from '../../api.ts';
import { SideDrawer } from '../parts/Overlay.tsx';
import { UseModel } from '../../results/model/UseModel.tsx';
import { ModelOrigin } from './ModelOrigin.tsx';
import { useModelName } from './useModelName.ts';
import './ModelDrawer.css';

type Props = { readonly model: ModelSummary; readonly onClose: () => void };

/** A model to be asked: one row typed in, or a whole file. */
export function ModelDrawer({ model, onClose }: Props): ReactNode {
  const name = useModelName(model);
  return (
    <SideDrawer size={560} title={`${name} · ${model.target}`} onClose={onClose}>
      <div className="model-drawer">
        <UseModel modelId={model.id} />
        <ModelOrigin model={model} />
      </div>
    </SideDrawer>
  );
}
