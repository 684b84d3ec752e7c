import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useText } from '../../i18n/useText.ts';
import { Icon } from '../../app/Icon.tsx';
import { HomeTable } from '../parts/HomeTable.tsx';
import { matches } from '../parts/matches.ts';
import { StatusMark } from '../parts/StatusMark.tsx';
import { useFormat } from '../parts/useFormat.ts';
import { PipelineMenu } from './PipelineMenu.tsx';
import type { Overview } from './usePipelines.ts';

type Props = { readonly overview: Overview; readonly onChange: () => void };

/** All pipelines, found by name. */
export function PipelineTable({ overview, onChange }: Props): ReactNode {
  const say = useText();
  const format = useFormat();
  const [query, setQuery] = useState('');
  const found = overview.pipelines.filter(({ name }) => matches(name, query));
  return (
    <section className="home-block">
      <div className="home-bar">
        <h2>{say('home.pipelines.all', { count: overview.pipelines.length })}</h2>
        <Link href="/trash" className="quiet">
          {say('home.trash')}
        </Link>
        <TextInput
          size="sm"
          type="search"
          value={query}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
          leftSection={<Icon name="search" size={14} />}
          placeholder={say('home.pipelines.search')}
          aria-label={say('home.pipelines.search')}
        />
      </div>
      {found.length === 0 ? (
        <p className="home-none" role="status">
          {say('home.pipelines.notFound', { query })}
        </p>
      ) : (
        <HomeTable heads={['home.name', 'home.lastRun', 'home.changed', ['home.actions', 'heard']]}>
          {found.map((pipeline) => {
            const run = overview.lastRuns.get(pipeline.id);
            return (
              <tr key={pipeline.id}>
                <td className="main-cell">
                  <Link href={`/pipelines/${pipeline.id}`} className="home-link">
                    {pipeline.name}
                  </Link>
                </td>
                <td className="narrow">
                  {run === undefined ? (
                    <span className="quiet">{say('home.pipeline.neverRun')}</span>
                  ) : (
                    <span className="last-run" title={format.time(run.createdAt)}>
                      <StatusMark status={run.status} />
                      <span className="quiet">{format.ago(run.createdAt)}</span>
                    </span>
                  )}
                </td>
                <td className="narrow quiet" title={format.time(pipeline.updatedAt)}>
                  {format.ago(pipeline.updatedAt)}
                </td>
                <td className="narrow">
                  <PipelineMenu pipeline={pipeline} onChange={onChange} />
                </td>
              </tr>
            );
          })}
        </HomeTable>
      )}
    </section>
  );
}
