import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { useNotices } from './Notices.tsx';
import { Dialog } from './Overlay.tsx';

type Props = {
  readonly title: string;
  /** What cannot be taken back. */
  readonly text: string;
  readonly onDelete: () => Promise<unknown>;
  /** Once it is gone. */
  readonly onDeleted: () => void;
  readonly onClose: () => void;
};

/** Asks before what cannot be undone, and does it. */
export function DeleteDialog({ title, text, onDelete, onDeleted, onClose }: Props): ReactNode {
  const say = useText();
  const { attempt } = useNotices();
  const remove = async (): Promise<void> => {
    onClose();
    if (await attempt(onDelete)) onDeleted();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus onClick={onClose}>
          {say('home.cancel')}
        </Button>
        <Button color="red" onClick={() => void remove()}>
          {say('home.delete')}
        </Button>
      </Group>
    </Dialog>
  );
}
