import { afterEach, expect, test, vi } from 'vitest';
import { testPipeline } from '../../../test/web/catalogue.ts';
import type { RunSummary } from '../api.ts';
import { createEditor } from './editor.ts';
import { watchRuns, type Runs } from './runs.ts';

const graph = testPipeline([]);

function runOf(id: string): RunSummary {
  const plain = { name: 'Empty', pipeline: 'p', params: {}, targets: null, seed: 1, attempt: 1 };
  const when = { createdAt: '2024-05-01T00:00:00.000Z', startedAt: null, finishedAt: null };
  return {
    id,
    status: 'running',
    trigger: 'person',
    actor: 'me',
    version: null,
    ...plain,
    ...when,
  };
}

afterEach(() => vi.unstubAllGlobals());

test('a run that began while an older one was fetched stays on the canvas', async () => {
  const arrived = Promise.withResolvers<Response>();
  vi.stubGlobal('fetch', () => arrived.promise);
  const editor = createEditor();
  editor.open({ id: 'p', revision: 1, document: graph });
  const runs = watchRuns(editor, { flush: () => Promise.resolve(true) });
  const shown = runs.show(runOf('older')).catch(() => {});
  editor.set({ run: { ...editor.get().run, current: runOf('newer') } });
  arrived.resolve(Response.json(graph));
  await shown;
  expect(editor.get().run.current?.id).toBe('newer');
  runs.stop();
});

test.for([
  ['shown', (runs: Runs) => runs.show(runOf('late'))],
  ['started', (runs: Runs) => runs.start()],
] as const)('a run that is %s too late is not put on another pipeline', async ([how, begin]) => {
  const arrived = Promise.withResolvers<Response>();
  const asked = Promise.withResolvers<void>();
  vi.stubGlobal('fetch', () => {
    asked.resolve();
    return arrived.promise;
  });
  const editor = createEditor();
  editor.open({ id: 'p', revision: 1, document: graph });
  const runs = watchRuns(editor, { flush: () => Promise.resolve(true) });
  const begun = begin(runs);
  await asked.promise;
  runs.stop();
  editor.open({ id: 'q', revision: 1, document: graph });
  const { run } = editor.get();
  arrived.resolve(Response.json(how === 'shown' ? graph : runOf('late')));
  await begun;
  expect(editor.get().run).toBe(run);
});
