import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../app/Icon.tsx';
import { useText } from '../i18n/useText.ts';

const LONGEST = 600;

/** That something is noted on a node; what, on hover and for readers of screens. */
export function CardNote({ text }: { readonly text: string }): ReactNode {
  const say = useText();
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return (
    <Tooltip label={<span className="card-note-text">{shown}</span>} multiline maw={320}>
      <span className="card-note">
        <Icon name="note" size={14} />
        <span className="visually-hidden">{say('card.note', { text: shown })}</span>
      </span>
    </Tooltip>
  );
}
