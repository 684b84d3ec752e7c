import type { Column } from '#schemas/types.ts';
import { Button } from '@mantine/core';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { inspectDataset, type DatasetInspection, type DatasetRecord } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { SideDrawer } from '../parts/Overlay.tsx';
import { useCellWriter } from '../../panels/grid/useCellWriter.ts';
import { TypeMark } from '../../panels/TypeMark.tsx';
import { ColumnPicture } from '../parts/ColumnPicture.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useFormat } from '../parts/useFormat.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { HowRead } from '../start/HowRead.tsx';
import { useProfile } from '../start/useProfile.ts';
import { Uses } from './Uses.tsx';
import './DatasetDrawer.css';

const ROWS = 50;

type Props = { readonly dataset: DatasetRecord; readonly onClose: () => void };

/** A file's first rows, its columns at a glance, and who reads it. */
export function DatasetDrawer({ dataset, onClose }: Props): ReactNode {
  const say = useText();
  const format = useFormat();
  const [, navigate] = useLocation();
  const load = useCallback(
    (signal: AbortSignal) => inspectDataset(dataset.id, { limit: ROWS }, signal),
    [dataset.id],
  );
  const { value, problem, reload } = useLoaded(load);
  return (
    <SideDrawer size={860} title={dataset.name} onClose={onClose}>
      {problem !== undefined && <Problem problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && (
        <p role="status" className="quiet">
          {say('home.start.reading')}
        </p>
      )}
      {value !== undefined && (
        <>
          <p className="dataset-facts">
            <span className="quiet">
              {say('home.size', {
                rows: value.rowCount,
                columns: value.schema.columns.length,
                bytes: format.bytes(dataset.bytes),
              })}
            </span>
            <Button size="xs" onClick={() => navigate(`/start?dataset=${dataset.id}`)}>
              {say('home.dataset.predict')}
            </Button>
          </p>
          <FirstRows dataset={dataset} inspection={value} />
          <HowRead inspection={value} />
        </>
      )}
      <h3 className="dataset-uses">{say('home.dataset.uses')}</h3>
      <Uses dataset={dataset} />
    </SideDrawer>
  );
}

type RowsProps = { readonly dataset: DatasetRecord; readonly inspection: DatasetInspection };

function FirstRows({ dataset, inspection }: RowsProps): ReactNode {
  const say = useText();
  const profile = useProfile(dataset);
  const pictures = useMemo(
    () => new Map(profile?.columns.map((column) => [column.name, column])),
    [profile],
  );
  const write = useCellWriter();
  const { schema, rows, rowCount } = inspection;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls must be reached by keyboard
    <div className="first-rows" tabIndex={0} role="region" aria-label={say('home.dataset.rows')}>
      <table>
        <thead>
          <tr>
            {schema.columns.map((column) => (
              <th key={column.name} scope="col">
                <span>
                  <TypeMark column={column} /> {column.name}
                </span>
                <ColumnPicture profile={pictures.get(column.name)} rows={rowCount} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, place) => (
                <td
                  key={schema.columns[place]?.name}
                  className={isNumber(schema.columns[place]) ? 'number' : undefined}
                >
                  {cell === null ? (
                    <span className="quiet">—</span>
                  ) : (
                    write(cell, schema.columns[place]!)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is missing stands where the numbers of its column stand. */
const isNumber = (column: Column | undefined): boolean =>
  column?.type === 'int64' || column?.type === 'float64';
