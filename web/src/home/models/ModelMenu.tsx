import { ActionIcon, Menu } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { renameModel, restoreModel, trashModel, type ModelSummary } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { Icon } from '../parts/Icon.tsx';
import { NameDialog } from '../parts/NameDialog.tsx';
import { useNotices } from '../parts/Notices.tsx';

type Props = {
  readonly model: ModelSummary;
  /** What it is called on the page. */
  readonly name: string;
  readonly onChange: () => void;
};

/** What can be done with a model besides using it. */
export function ModelMenu({ model: { id }, name, onChange }: Props): ReactNode {
  const say = useText();
  const { tell, attempt } = useNotices();
  const [isRenaming, setRenaming] = useState(false);
  const restore = async (): Promise<void> => {
    if (await attempt(() => restoreModel(id))) onChange();
  };
  const trash = async (): Promise<void> => {
    if (!(await attempt(() => trashModel(id)))) return;
    onChange();
    const undo = { label: say('home.undo'), run: () => void restore() };
    tell({ text: say('home.pipeline.trashed', { name }), action: undo });
  };
  const rename = async (label: string): Promise<void> => {
    setRenaming(false);
    if (await attempt(() => renameModel(id, label))) onChange();
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={say('home.actionsFor', { name })}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="rename" />} onClick={() => setRenaming(true)}>
            {say('home.rename')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="trash" />} onClick={() => void trash()}>
            {say('home.toTrash')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRenaming && (
        <NameDialog
          title={say('home.rename')}
          name={name}
          onName={(next) => void rename(next)}
          onClose={() => setRenaming(false)}
        />
      )}
    </>
  );
}
