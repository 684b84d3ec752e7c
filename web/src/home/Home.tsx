import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { createPipeline, listPipelines, type PipelineSummary } from '../api.ts';
import { useText } from '../i18n/useText.ts';

/** What I was doing, then what can be started. */
export function Home({ section }: { readonly section: string }): ReactNode {
  const say = useText();
  const [, navigate] = useLocation();
  const [pipelines, setPipelines] = useState<readonly PipelineSummary[]>([]);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const leaving = new AbortController();
    listPipelines({}, leaving.signal).then(setPipelines, (error: unknown) => {
      if (!leaving.signal.aborted) setProblem(error instanceof Error ? error.message : '');
    });
    return () => leaving.abort();
  }, []);
  const create = async (): Promise<void> => {
    const document = { format: 1, name: say('pipeline.untitled'), nodes: [], edges: [] };
    const made = await createPipeline({ ...document, definitions: {}, parameters: [], seed: 1 });
    navigate(`/pipelines/${made.id}`);
  };
  return (
    <main data-section={section}>
      <h1>Esteira</h1>
      <Button onClick={() => void create()}>{say('pipeline.new')}</Button>
      {problem !== '' && <p role="alert">{problem}</p>}
      <ul>
        {pipelines.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/pipelines/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
