import { Button, Group, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Dialog } from './Overlay.tsx';

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
  const [text, setText] = useState(name);
  const next = text.trim();
  return (
    <Dialog title={title} onClose={onClose}>
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
    </Dialog>
  );
}
