import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { listModels, type ModelSummary } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { Empty } from '../parts/Empty.tsx';
import { HomeTable } from '../parts/HomeTable.tsx';
import { ModelPicture } from '../parts/pictures.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useFormat } from '../parts/useFormat.ts';
import { useKeptFresh } from '../parts/useKeptFresh.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { useTitle } from '../parts/useTitle.ts';
import { ScoreText } from '../runs/ScoreText.tsx';
import { useRunFacts } from '../runs/useRunFacts.ts';
import { ModelDrawer } from './ModelDrawer.tsx';
import { ModelMenu } from './ModelMenu.tsx';
import { useModelName } from './useModelName.ts';

const load = (signal: AbortSignal) => listModels({}, signal);

/** What was learned: task, target, score, and a way to ask it. */
export function ModelsSection(): ReactNode {
  const say = useText();
  useTitle(say('home.section.models'));
  const { value, problem, reload } = useLoaded(load);
  useKeptFresh(reload);
  const [open, setOpen] = useState<ModelSummary>();
  return (
    <>
      <div className="home-bar">
        <h1>{say('home.section.models')}</h1>
        <Link href="/trash" className="quiet">
          {say('home.trash')}
        </Link>
      </div>
      {problem !== undefined && <Problem problem={problem} onRetry={reload} />}
      {value?.length === 0 && (
        <Empty
          picture={<ModelPicture />}
          sentence={say('home.models.empty')}
          action={<Link href="/start">{say('home.start.file')}</Link>}
        />
      )}
      {value !== undefined && value.length > 0 && (
        <HomeTable
          heads={[
            'home.model',
            'home.target',
            'home.score',
            'home.trained',
            ['home.actions', 'heard'],
          ]}
        >
          {value.map((model) => (
            <Row key={model.id} model={model} onOpen={() => setOpen(model)} onChange={reload} />
          ))}
        </HomeTable>
      )}
      {open !== undefined && <ModelDrawer model={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

type RowProps = {
  readonly model: ModelSummary;
  readonly onOpen: () => void;
  readonly onChange: () => void;
};

function Row({ model, onOpen, onChange }: RowProps): ReactNode {
  const say = useText();
  const format = useFormat();
  const name = useModelName(model);
  const scores = useRunFacts(model.run, 'done')?.scores;
  const task = model.task === 'regression' ? 'regression' : 'classification';
  return (
    <tr>
      <td className="main-cell">
        <button type="button" className="home-link" onClick={onOpen}>
          {name}
        </button>
        <small className="quiet model-origin">{model.name}</small>
      </td>
      <td className="narrow">
        {model.target} <span className="quiet">{say(`home.task.${task}`)}</span>
      </td>
      <td className="narrow">
        <ScoreText score={scores?.find(({ step }) => step === model.step)} />
      </td>
      <td className="narrow quiet" title={format.time(model.createdAt)}>
        {format.ago(model.createdAt)}
      </td>
      <td className="narrow">
        <span className="model-actions">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={say('home.model.useName', { name })}
            onClick={onOpen}
          >
            {say('home.model.use')}
          </Button>
          <ModelMenu model={model} name={name} onChange={onChange} />
        </span>
      </td>
    </tr>
  );
}
