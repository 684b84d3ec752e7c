import { afterEach, expect, test, vi } from 'vitest';
import type { Pipeline } from '#schemas/types.ts';
import type { RunSummary } from '../api.ts';
import { createEditor } from './editor.ts';
import { watchRuns } from './runs.ts';

const graph: Pipeline = {
  format: 1,
  name: 'Empty',
  nodes: [],
  edges: [],
  definitions: {},
  parameters: [],
  seed: 1,
};

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
