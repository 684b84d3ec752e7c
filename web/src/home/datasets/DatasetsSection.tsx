import { useState, type Dispatch, type ReactNode, type SetStateAction } from 'react';
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
import { Uploads } from './Uploads.tsx';

const load = (signal: AbortSignal) => listDatasets(signal);

type Props = {
  /** Still to be sent. */
  readonly added: readonly File[];
  readonly onAdd: Dispatch<SetStateAction<readonly File[]>>;
};

/** Files that were brought in: sent, looked at, exchanged, removed. */
export function DatasetsSection({ added, onAdd }: Props): ReactNode {
  const say = useText();
  const format = useFormat();
  useTitle(say('home.section.datasets'));
  const { value, problem, reload } = useLoaded(load);
  useKeptFresh(reload);
  const [open, setOpen] = useState<DatasetRecord>();
  const pick = (
    <FilePick
      multiple
      accept={TABLE_FILES}
      onFile={(file) => onAdd((before) => [...before, file])}
      leftSection={<Icon name="upload" />}
    >
      {say('home.datasets.add')}
    </FilePick>
  );
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
      <Uploads files={added} known={value} onFiles={onAdd} onSent={reload} />
      {value?.length === 0 && added.length === 0 && (
        <Empty picture={<TablePicture />} sentence={say('home.datasets.empty')} action={pick} />
      )}
      {value !== undefined && value.length > 0 && (
        <DatasetTable datasets={value} onOpen={setOpen} onChange={reload} />
      )}
      {open !== undefined && <DatasetDrawer dataset={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
