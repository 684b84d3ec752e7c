import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFocusBack } from '../../app/useFocusBack.ts';
import { useText } from '../../i18n/useText.ts';

type Props = {
  readonly title: string;
  /** What cannot be taken back. */
  readonly text: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Only before what cannot be undone. */
export function ConfirmDialog({ title, text, confirm, onConfirm, onClose }: Props): ReactNode {
  const say = useText();
  useFocusBack();
  return (
    <Modal
      opened
      title={title}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': say('home.close') }}
    >
      <p>{text}</p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus onClick={onClose}>
          {say('home.cancel')}
        </Button>
        <Button color="red" onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
