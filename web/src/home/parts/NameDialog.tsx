import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useFocusBack } from '../../app/useFocusBack.ts';
import { useText } from '../../i18n/useText.ts';

type Props = {
  readonly title: string;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
};

const LONGEST = 200;

/** Asks for a name. Enter takes it, Escape leaves it as it was. */
export function NameDialog({ title, name, onName, onClose }: Props): ReactNode {
  const say = useText();
  useFocusBack();
  const [text, setText] = useState(name);
  const next = text.trim();
  return (
    <Modal
      opened
      title={title}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': say('home.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (next !== '') onName(next);
        }}
      >
        <TextInput
          data-autofocus
          label={say('home.name')}
          value={text}
          maxLength={LONGEST}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {say('home.cancel')}
          </Button>
          <Button type="submit" disabled={next === ''}>
            {say('home.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
