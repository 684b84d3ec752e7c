import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { deleteRun, type RunSummary } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { Icon } from '../../app/Icon.tsx';
import { useNotices } from '../parts/Notices.tsx';

type Props = { readonly run: RunSummary; readonly onDeleted: () => void };

/** Takes a run that is over away for ever, once it was asked twice. */
export function DeleteRun({ run, onDeleted }: Props): ReactNode {
  const say = useText();
  const { attempt } = useNotices();
  const [isAsking, setAsking] = useState(false);
  const remove = async (): Promise<void> => {
    setAsking(false);
    if (await attempt(() => deleteRun(run.id))) onDeleted();
  };
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
        <ConfirmDialog
          title={say('home.run.deleteTitle', { name: run.name })}
          text={say('home.run.deleteText')}
          confirm={say('home.delete')}
          onConfirm={() => void remove()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
