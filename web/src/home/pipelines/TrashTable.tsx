import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { HomeTable } from '../parts/HomeTable.tsx';
import { useFormat } from '../parts/useFormat.ts';

type TableProps = { readonly title: string; readonly children: ReactNode };

/** Things of one kind that were thrown away. */
export function TrashTable({ title, children }: TableProps): ReactNode {
  return (
    <section className="home-block">
      <h2>{title}</h2>
      <HomeTable heads={['home.name', 'home.trash.since', ['home.actions', 'heard']]}>
        {children}
      </HomeTable>
    </section>
  );
}

type RowProps = {
  readonly name: string;
  /** Since when it is in the trash. */
  readonly since: string;
  readonly onRestore: () => void;
  readonly onDelete: () => void;
};

export function TrashRow({ name, since, onRestore, onDelete }: RowProps): ReactNode {
  const say = useText();
  const format = useFormat();
  return (
    <tr>
      <td className="main-cell">{name}</td>
      <td className="narrow quiet">{format.ago(since)}</td>
      <td className="narrow">
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={say('home.restoreName', { name })}
          onClick={onRestore}
        >
          {say('home.restore')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={say('home.deleteName', { name })}
          onClick={onDelete}
        >
          {say('home.delete')}
        </Button>
      </td>
    </tr>
  );
}
