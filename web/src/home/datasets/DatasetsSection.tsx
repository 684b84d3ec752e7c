import { useState, type ReactNode } from 'react';
import { listDatasets, type DatasetRecord } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { Empty } from '../parts/Empty.tsx';
import { FilePick } from '../parts/FilePick.tsx';
import { Icon } from '../../app/Icon.tsx';
import { TablePicture } from '../parts/pictures.tsx';
import { Problem } from '../parts/Problem.tsx';
import { TABLE_FILES } from '../parts/tableFiles.ts';
import { useFormat } from '../parts/useFormat.ts';
import { useKeptFresh } from '../parts/useKeptFresh.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { useTitle } from '../parts/useTitle.ts';
import { DatasetDrawer } from './DatasetDrawer.tsx';
import { DatasetTable } from './DatasetTable.tsx';
import { UploadProgress } from './UploadProgress.tsx';

const load = (signal: AbortSignal) => listDatasets(signal);

/** Files that were brought in: sent, looked at, exchanged, removed. */
export function DatasetsSection(): ReactNode {
  const say = useText();
  const format = useFormat();
  useTitle(say('home.section.datasets'));
  const { value, problem, reload } = useLoaded(load);
  useKeptFresh(reload);
  const [sending, setSending] = useState<File>();
  const [open, setOpen] = useState<DatasetRecord>();
  const pick = (
    <FilePick accept={TABLE_FILES} onFile={setSending} leftSection={<Icon name="upload" />}>
      {say('home.datasets.add')}
    </FilePick>
  );
  const done = (): void => {
    setSending(undefined);
    reload();
  };
  const bytes = value?.reduce((sum, dataset) => sum + dataset.bytes, 0) ?? 0;
  return (
    <>
      <div className="home-bar">
        <h1>{say('home.section.datasets')}</h1>
        {value !== undefined && value.length > 0 && (
          <>
            <span className="quiet">
              {say('home.datasets.use', { count: value.length, bytes: format.bytes(bytes) })}
            </span>
            {pick}
          </>
        )}
      </div>
      {problem !== undefined && <Problem problem={problem} onRetry={reload} />}
      {sending !== undefined && (
        <UploadProgress key={sending.name + sending.lastModified} file={sending} onDone={done} />
      )}
      {value?.length === 0 && sending === undefined && (
        <Empty picture={<TablePicture />} sentence={say('home.datasets.empty')} action={pick} />
      )}
      {value !== undefined && value.length > 0 && (
        <DatasetTable datasets={value} onOpen={setOpen} onChange={reload} />
      )}
      {open !== undefined && <DatasetDrawer dataset={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
