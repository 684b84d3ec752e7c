import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { deletePipeline, listPipelines, restorePipeline, type PipelineSummary } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { useNotices } from '../parts/Notices.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useFormat } from '../parts/useFormat.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { useTitle } from '../parts/useTitle.ts';

const load = (signal: AbortSignal) => listPipelines({ trashed: true }, signal);

export function TrashSection(): ReactNode {
  const say = useText();
  const format = useFormat();
  const { attempt, tell } = useNotices();
  useTitle(say('home.trash'));
  const { value, problem, reload } = useLoaded(load);
  const [doomed, setDoomed] = useState<PipelineSummary>();
  const restore = async ({ id, name }: PipelineSummary): Promise<void> => {
    if (!(await attempt(() => restorePipeline(id)))) return;
    reload();
    tell({ text: say('home.pipeline.restored', { name }) });
  };
  const remove = async ({ id }: PipelineSummary): Promise<void> => {
    setDoomed(undefined);
    if (await attempt(() => deletePipeline(id))) reload();
  };
  return (
    <>
      <div className="home-bar">
        <h1>{say('home.trash')}</h1>
        <Link href="/">{say('home.back')}</Link>
      </div>
      {problem !== undefined && <Problem problem={problem} onRetry={reload} />}
      {value?.length === 0 && <p className="home-none">{say('home.trash.empty')}</p>}
      {value !== undefined && value.length > 0 && (
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
            {value.map((pipeline) => (
              <tr key={pipeline.id}>
                <td className="main-cell">{pipeline.name}</td>
                <td className="narrow quiet">
                  {format.ago(pipeline.trashedAt ?? pipeline.updatedAt)}
                </td>
                <td className="narrow">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={say('home.restoreName', { name: pipeline.name })}
                    onClick={() => void restore(pipeline)}
                  >
                    {say('home.restore')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    aria-label={say('home.deleteName', { name: pipeline.name })}
                    onClick={() => setDoomed(pipeline)}
                  >
                    {say('home.delete')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {doomed !== undefined && (
        <ConfirmDialog
          title={say('home.pipeline.deleteTitle', { name: doomed.name })}
          text={say('home.pipeline.deleteText')}
          confirm={say('home.delete')}
          onConfirm={() => void remove(doomed)}
          onClose={() => setDoomed(undefined)}
        />
      )}
    </>
  );
}
