/** What a run would do as things stand: asked of the server a moment after each edit, while nothing runs. */
import * as api from '../api.ts';
import { isEquivalent } from './analyse.ts';
import { askAfterEdits } from './askAfterEdits.ts';
import { pipelineOf } from './document.ts';
import type { Editor } from './editor.ts';
import { toCompute } from './reset.ts';
import type { ForecastSlice, State } from './state.ts';

/** Later than what is wrong with the graph, which people wait for. */
const QUIET = 450;

export function startForecast(editor: Editor): () => void {
  const forget = (): void => setForecast(editor, { status: 'unknown' });
  return askAfterEdits(editor, {
    quiet: QUIET,
    isConcerned,
    begin() {
      if (editor.get().forecast.status !== 'unknown') forget();
      return !isGoing(editor.get());
    },
    async ask(signal) {
      const { document, run } = editor.get();
      if (document.id === null) return;
      const fresh = toCompute(editor.get());
      const json = {
        document: pipelineOf(document),
        pipeline: document.id,
        params: run.params,
        ...(fresh.length > 0 ? { fresh } : {}),
        ...(run.current ? { run: run.current.id } : {}),
      };
      const { steps, lostPins } = await api.forecastRun(json, signal);
      if (signal.aborted) return;
      const told = { steps: new Map(Object.entries(steps)), lostPins: new Set(lostPins) };
      setForecast(editor, { status: 'known', ...told });
    },
    fail: forget,
  });
}

function isConcerned(now: State, before: State): boolean {
  return (
    !isEquivalent(now.document, before.document) ||
    now.run.params !== before.run.params ||
    now.run.reset.nodes !== before.run.reset.nodes ||
    now.run.current?.status !== before.run.current?.status
  );
}

/** A run says by itself what it does. */
function isGoing({ run }: State): boolean {
  const status = run.current?.status;
  return status === 'queued' || status === 'running';
}

function setForecast(editor: Editor, part: Partial<ForecastSlice>): void {
  editor.set({ forecast: { ...editor.get().forecast, ...part } });
}
