import { Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { DatasetRecord } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { Dialog } from '../parts/Overlay.tsx';
import { FilePick } from '../parts/FilePick.tsx';
import { useNotices } from '../parts/Notices.tsx';
import { TABLE_FILES } from '../parts/tableFiles.ts';
import { exchange } from './exchange.ts';
import { UploadProgress } from './UploadProgress.tsx';
import { Uses } from './Uses.tsx';

type Props = { readonly dataset: DatasetRecord; readonly onClose: () => void };

/** Sends another file and gives it to every pipeline that reads this one. The old file stays, so it can be undone. */
export function ReplaceDialog({ dataset, onClose }: Props): ReactNode {
  const say = useText();
  const { attempt, tell } = useNotices();
  const [file, setFile] = useState<File>();
  const done = async (next: DatasetRecord): Promise<void> => {
    const isDone = await attempt(async () => {
      const { length } = await exchange(dataset, next);
      const back = (): void => void attempt(() => exchange(next, dataset));
      tell({
        text: say('home.dataset.replaced', { name: next.name, count: length }),
        ...(length > 0 ? { action: { label: say('home.undo'), run: back } } : {}),
      });
    });
    if (isDone) onClose();
  };
  return (
    <Dialog title={say('home.dataset.replaceTitle', { name: dataset.name })} onClose={onClose}>
      <p>{say('home.dataset.replaceText')}</p>
      <Uses dataset={dataset} />
      {file !== undefined && (
        <UploadProgress key={file.name} file={file} onDone={(next) => void done(next)} />
      )}
      <Group justify="flex-end" mt="md">
        <FilePick accept={TABLE_FILES} onFile={setFile}>
          {say('home.start.choose')}
        </FilePick>
      </Group>
    </Dialog>
  );
}
