import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { deleteRun, type RunSummary } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { DeleteDialog } from '../parts/DeleteDialog.tsx';
import { Icon } from '../../app/Icon.tsx';

type Props = { readonly run: RunSummary; readonly onDeleted: () => void };

/** Takes a run that is over away for ever, once it was asked twice. */
export function DeleteRun({ run, onDeleted }: Props): ReactNode {
  const say = useText();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        ml="auto"
        leftSection={<Icon name="trash" />}
        onClick={() => setAsking(true)}
      >
        {say('home.delete')}
      </Button>
      {isAsking && (
        <DeleteDialog
          title={say('home.run.deleteTitle', { name: run.name })}
          text={say('home.run.deleteText')}
          onDelete={() => deleteRun(run.id)}
          onDeleted={onDeleted}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
