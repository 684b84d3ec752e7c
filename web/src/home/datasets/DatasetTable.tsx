import { Menu } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { datasetFileUrl, deleteDataset, type DatasetRecord } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { ActionsMenu, DownloadItem } from '../parts/ActionsMenu.tsx';
import { DeleteDialog } from '../parts/DeleteDialog.tsx';
import { HomeTable } from '../parts/HomeTable.tsx';
import { Icon } from '../../app/Icon.tsx';
import { useFormat } from '../parts/useFormat.ts';
import { ReplaceDialog } from './ReplaceDialog.tsx';

type Props = {
  readonly datasets: readonly DatasetRecord[];
  readonly onOpen: (dataset: DatasetRecord) => void;
  readonly onChange: () => void;
};

export function DatasetTable({ datasets, onOpen, onChange }: Props): ReactNode {
  const say = useText();
  const format = useFormat();
  const [doomed, setDoomed] = useState<DatasetRecord>();
  const [replaced, setReplaced] = useState<DatasetRecord>();
  const twins = useMemo(() => namedTwice(datasets), [datasets]);
  return (
    <>
      <HomeTable
        heads={['home.name', ['home.bytes', 'number'], 'home.added', ['home.actions', 'heard']]}
      >
        {datasets.map((dataset) => (
          <tr key={dataset.id}>
            <td className="main-cell">
              <button type="button" className="home-link" onClick={() => onOpen(dataset)}>
                {dataset.name}
              </button>
              {twins.has(dataset.name) && (
                <small className="quiet dataset-content">
                  {say('home.dataset.content', { start: dataset.hash.slice(0, 6) })}
                </small>
              )}
            </td>
            <td className="narrow number">{format.bytes(dataset.bytes)}</td>
            <td className="narrow quiet" title={format.time(dataset.createdAt)}>
              {format.ago(dataset.createdAt)}
            </td>
            <td className="narrow">
              <Actions dataset={dataset} onReplace={setReplaced} onRemove={setDoomed} />
            </td>
          </tr>
        ))}
      </HomeTable>
      {doomed !== undefined && (
        <DeleteDialog
          title={say('home.dataset.deleteTitle', { name: doomed.name })}
          text={say('home.dataset.deleteText')}
          onDelete={() => deleteDataset(doomed.id)}
          onDeleted={onChange}
          onClose={() => setDoomed(undefined)}
        />
      )}
      {replaced !== undefined && (
        <ReplaceDialog
          dataset={replaced}
          onClose={() => {
            setReplaced(undefined);
            onChange();
          }}
        />
      )}
    </>
  );
}

/** Files may share a name, and then only their content tells them apart. */
function namedTwice(datasets: readonly DatasetRecord[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of datasets) (seen.has(name) ? twice : seen).add(name);
  return twice;
}

type ActionsProps = {
  readonly dataset: DatasetRecord;
  readonly onReplace: (dataset: DatasetRecord) => void;
  readonly onRemove: (dataset: DatasetRecord) => void;
};

function Actions({ dataset, onReplace, onRemove }: ActionsProps): ReactNode {
  const say = useText();
  const [, navigate] = useLocation();
  const { id, name } = dataset;
  return (
    <ActionsMenu name={name}>
      <Menu.Item
        leftSection={<Icon name="play" />}
        onClick={() => navigate(`/start?dataset=${encodeURIComponent(id)}`)}
      >
        {say('home.dataset.predict')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon name="swap" />} onClick={() => onReplace(dataset)}>
        {say('home.dataset.replace')}
      </Menu.Item>
      <DownloadItem href={datasetFileUrl(id)}>{say('home.download')}</DownloadItem>
      <Menu.Divider />
      <Menu.Item leftSection={<Icon name="trash" />} onClick={() => onRemove(dataset)}>
        {say('home.delete')}
      </Menu.Item>
    </ActionsMenu>
  );
}
