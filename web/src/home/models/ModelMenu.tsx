import type { ReactNode } from 'react';
import { renameModel, restoreModel, trashModel, type ModelSummary } from '../../api.ts';
import { ItemMenu } from '../parts/ItemMenu.tsx';

type Props = {
  readonly model: ModelSummary;
  /** What it is called on the page. */
  readonly name: string;
  readonly onChange: () => void;
};

/** What can be done with a model besides using it. */
export function ModelMenu({ model: { id }, name, onChange }: Props): ReactNode {
  return (
    <ItemMenu
      name={name}
      onRename={(label) => renameModel(id, label)}
      onTrash={() => trashModel(id)}
      onRestore={() => restoreModel(id)}
      onChange={onChange}
    />
  );
}
