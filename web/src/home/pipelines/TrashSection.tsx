import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import {
  deleteModel,
  deletePipeline,
  listModels,
  listPipelines,
  restoreModel,
  restorePipeline,
  type ModelSummary,
  type PipelineSummary,
} from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { useModelName } from '../models/useModelName.ts';
import { DeleteDialog } from '../parts/DeleteDialog.tsx';
import { useNotices } from '../parts/Notices.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useKeptFresh } from '../parts/useKeptFresh.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { useTitle } from '../parts/useTitle.ts';
import { TrashRow, TrashTable } from './TrashTable.tsx';

const kinds = {
  pipeline: { restore: restorePipeline, remove: deletePipeline },
  model: { restore: restoreModel, remove: deleteModel },
} as const;

type Item = { readonly kind: keyof typeof kinds; readonly id: string; readonly name: string };

async function load(signal: AbortSignal) {
  const [pipelines, models] = await Promise.all([
    listPipelines({ trashed: true }, signal),
    listModels({ trashed: true }, signal),
  ]);
  return { pipelines, models };
}

/** Pipelines and models that were thrown away: brought back from here, or deleted for ever. */
export function TrashSection(): ReactNode {
  const say = useText();
  const { attempt, tell } = useNotices();
  useTitle(say('home.trash'));
  const { value, problem, reload } = useLoaded(load);
  useKeptFresh(reload);
  const [doomed, setDoomed] = useState<Item>();
  const restore = async ({ kind, id, name }: Item): Promise<void> => {
    if (!(await attempt(() => kinds[kind].restore(id)))) return;
    reload();
    tell({ text: say('home.pipeline.restored', { name }) });
  };
  const actions = { onRestore: (item: Item) => void restore(item), onDelete: setDoomed };
  const { pipelines = [], models = [] } = value ?? {};
  return (
    <>
      <div className="home-bar">
        <h1>{say('home.trash')}</h1>
        <Link href="/">{say('home.back')}</Link>
      </div>
      {problem !== undefined && <Problem problem={problem} onRetry={reload} />}
      {value !== undefined && pipelines.length + models.length === 0 && (
        <p className="home-none">{say('home.trash.empty')}</p>
      )}
      {pipelines.length > 0 && (
        <TrashTable title={say('home.trash.pipelines')}>
          {pipelines.map((pipeline) => (
            <ThrownPipeline key={pipeline.id} pipeline={pipeline} {...actions} />
          ))}
        </TrashTable>
      )}
      {models.length > 0 && (
        <TrashTable title={say('home.section.models')}>
          {models.map((model) => (
            <ThrownModel key={model.id} model={model} {...actions} />
          ))}
        </TrashTable>
      )}
      {doomed !== undefined && (
        <DeleteDialog
          title={say('home.pipeline.deleteTitle', { name: doomed.name })}
          text={say(`home.${doomed.kind}.deleteText`)}
          onDelete={() => kinds[doomed.kind].remove(doomed.id)}
          onDeleted={() => {
            // It may offer to bring back what is gone for good now.
            tell();
            reload();
          }}
          onClose={() => setDoomed(undefined)}
        />
      )}
    </>
  );
}

type Actions = {
  readonly onRestore: (item: Item) => void;
  readonly onDelete: (item: Item) => void;
};

type PipelineProps = Actions & { readonly pipeline: PipelineSummary };

function ThrownPipeline({ pipeline, onRestore, onDelete }: PipelineProps): ReactNode {
  const { id, name, trashedAt, updatedAt } = pipeline;
  const item = { kind: 'pipeline', id, name } as const;
  return (
    <TrashRow
      name={name}
      since={trashedAt ?? updatedAt}
      onRestore={() => onRestore(item)}
      onDelete={() => onDelete(item)}
    />
  );
}

type ModelProps = Actions & { readonly model: ModelSummary };

function ThrownModel({ model, onRestore, onDelete }: ModelProps): ReactNode {
  const { id, trashedAt, createdAt, target } = model;
  const name = `${useModelName(model)} · ${target}`;
  const item = { kind: 'model', id, name } as const;
  return (
    <TrashRow
      name={name}
      since={trashedAt ?? createdAt}
      onRestore={() => onRestore(item)}
      onDelete={() => onDelete(item)}
    />
  );
}
