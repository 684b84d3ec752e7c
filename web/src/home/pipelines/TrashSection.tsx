import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import {
  deleteModel,
  deletePipeline,
  listModels,
  listPipelines,
  restoreModel,
  restorePipeline,
} from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { useNotices } from '../parts/Notices.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useLoaded } from '../parts/useLoaded.ts';
import { useTitle } from '../parts/useTitle.ts';
import { TrashTable, type Thrown } from './TrashTable.tsx';

type Kind = 'pipeline' | 'model';
type Item = Thrown & { readonly kind: Kind };

const kinds = {
  pipeline: { restore: restorePipeline, remove: deletePipeline },
  model: { restore: restoreModel, remove: deleteModel },
} as const;

async function load(signal: AbortSignal): Promise<readonly Item[]> {
  const [pipelines, models] = await Promise.all([
    listPipelines({ trashed: true }, signal),
    listModels({ trashed: true }, signal),
  ]);
  return [
    ...pipelines.map(({ id, name, trashedAt, updatedAt }) => {
      return { kind: 'pipeline' as const, id, name, since: trashedAt ?? updatedAt };
    }),
    ...models.map(({ id, name, label, target, trashedAt, createdAt }) => {
      const called = label ?? `${name} · ${target}`;
      return { kind: 'model' as const, id, name: called, since: trashedAt ?? createdAt };
    }),
  ];
}

/** Pipelines and models that were thrown away: brought back from here, or deleted for ever. */
export function TrashSection(): ReactNode {
  const say = useText();
  const { attempt, tell } = useNotices();
  useTitle(say('home.trash'));
  const { value, problem, reload } = useLoaded(load);
  const [doomed, setDoomed] = useState<Item>();
  const restore = async ({ kind, id, name }: Item): Promise<void> => {
    if (!(await attempt(() => kinds[kind].restore(id)))) return;
    reload();
    tell({ text: say('home.pipeline.restored', { name }) });
  };
  const remove = async ({ kind, id }: Item): Promise<void> => {
    setDoomed(undefined);
    if (await attempt(() => kinds[kind].remove(id))) reload();
  };
  const part = (kind: Kind, title: string): ReactNode => {
    const items = value?.filter((item) => item.kind === kind) ?? [];
    if (items.length === 0) return null;
    return (
      <section className="home-block">
        <h2>{title}</h2>
        <TrashTable
          items={items}
          onRestore={(item) => void restore(item)}
          onDelete={(item) => setDoomed(item)}
        />
      </section>
    );
  };
  return (
    <>
      <div className="home-bar">
        <h1>{say('home.trash')}</h1>
        <Link href="/">{say('home.back')}</Link>
      </div>
      {problem !== undefined && <Problem problem={problem} onRetry={reload} />}
      {value?.length === 0 && <p className="home-none">{say('home.trash.empty')}</p>}
      {part('pipeline', say('home.trash.pipelines'))}
      {part('model', say('home.section.models'))}
      {doomed !== undefined && (
        <ConfirmDialog
          title={say('home.pipeline.deleteTitle', { name: doomed.name })}
          text={say(`home.${doomed.kind}.deleteText`)}
          confirm={say('home.delete')}
          onConfirm={() => void remove(doomed)}
          onClose={() => setDoomed(undefined)}
        />
      )}
    </>
  );
}
