import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { useFormat } from '../parts/useFormat.ts';

/** What was thrown away, whatever it is. */
export type Thrown = {
  readonly id: string;
  readonly name: string;
  /** Since when it is in the trash. */
  readonly since: string;
};

type Props<T extends Thrown> = {
  readonly items: readonly T[];
  readonly onRestore: (item: T) => void;
  readonly onDelete: (item: T) => void;
};

export function TrashTable<T extends Thrown>({ items, onRestore, onDelete }: Props<T>): ReactNode {
  const say = useText();
  const format = useFormat();
  return (
    <table className="home-table">
      <thead>
        <tr>
          <th>{say('home.name')}</th>
          <th>{say('home.trash.since')}</th>
          <th>
            <span className="visually-hidden">{say('home.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td className="main-cell">{item.name}</td>
            <td className="narrow quiet">{format.ago(item.since)}</td>
            <td className="narrow">
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={say('home.restoreName', { name: item.name })}
                onClick={() => onRestore(item)}
              >
                {say('home.restore')}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                aria-label={say('home.deleteName', { name: item.name })}
                onClick={() => onDelete(item)}
              >
                {say('home.delete')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
