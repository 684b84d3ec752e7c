import { Menu } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Icon } from '../../app/Icon.tsx';
import { ActionsMenu } from './ActionsMenu.tsx';
import { NameDialog } from './NameDialog.tsx';
import { useNotices } from './Notices.tsx';

type Props = {
  /** What it is called on the page. */
  readonly name: string;
  readonly onRename: (name: string) => Promise<unknown>;
  readonly onTrash: () => Promise<unknown>;
  readonly onRestore: () => Promise<unknown>;
  /** After each of these that was done. */
  readonly onChange: () => void;
  /** What else can be done, between giving it a name and throwing it away. */
  readonly children?: ReactNode;
};

/** What can be done with something that has a name and can be thrown away, which a click takes back. */
export function ItemMenu(props: Props): ReactNode {
  const { name, onRename, onTrash, onRestore, onChange, children } = props;
  const say = useText();
  const { tell, attempt } = useNotices();
  const [isRenaming, setRenaming] = useState(false);
  const restore = async (): Promise<void> => {
    if (await attempt(onRestore)) onChange();
  };
  const trash = async (): Promise<void> => {
    if (!(await attempt(onTrash))) return;
    onChange();
    const undo = { label: say('home.undo'), run: () => void restore() };
    tell({ text: say('home.trashed', { name }), action: undo });
  };
  const rename = async (next: string): Promise<void> => {
    setRenaming(false);
    if (await attempt(() => onRename(next))) onChange();
  };
  return (
    <>
      <ActionsMenu name={name}>
        <Menu.Item leftSection={<Icon name="rename" />} onClick={() => setRenaming(true)}>
          {say('home.rename')}
        </Menu.Item>
        {children}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="trash" />} onClick={() => void trash()}>
          {say('home.toTrash')}
        </Menu.Item>
      </ActionsMenu>
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
