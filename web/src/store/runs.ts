/** Runs from this page: started, followed frame by frame, cancelled, answered. */
import { wanted } from '#schemas/graph.ts';
import type { RunEvent } from '#schemas/types.ts';
import * as api from '../api.ts';
import type { Autosave } from './autosave.ts';
import { openDocument, pipelineOf } from './document.ts';
import type { Editor } from './editor.ts';
import { perFrame } from './frames.ts';
import { heldPins } from './pins.ts';
import { reduceEvents } from './reduceRun.ts';
import { keepReset, resetAfter, toCompute, withoutReset } from './reset.ts';
import { asGiven, ranPartly, staleNodes, type GivenValues, type RanGraph } from './stale.ts';
import type { DocumentSlice, RunSlice, StepStatus } from './state.ts';

export type Runs = {
  /**
   * Runs all, or to the given nodes and no further; what stands on the canvas is saved first. `given` are values for
   * parameters of the pipeline that count in this run alone.
   */
  readonly start: (
    targets?: readonly string[],
    fresh?: readonly string[],
    given?: GivenValues,
  ) => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly answer: (step: string, answer: { approved: boolean; comment?: string }) => Promise<void>;
  /**
   * Shows a run on the canvas, from its first event on, and follows it to its end. What it was not asked for keeps what
   * an earlier run said of it. Resolves once all that is known of it is there, to whether it is shown: a run that is
   * started meanwhile stays.
   */
  readonly show: (run: api.RunSummary, signal?: AbortSignal) => Promise<boolean>;
  readonly stop: () => void;
};

export const isOver = (status: api.RunState): boolean =>
  status === 'done' || status === 'failed' || status === 'cancelled';

export function watchRuns(editor: Editor, autosave: Pick<Autosave, 'flush'>): Runs {
  let leave = (): void => {};
  // Another pipeline may stand on the canvas then.
  let isStopped = false;
  const setRun = (part: Partial<RunSlice>): void => {
    editor.set({ run: { ...editor.get().run, ...part } });
  };

  /** Resolves when all has been told, or nobody listens any more. */
  const follow = async (run: api.RunSummary): Promise<void> => {
    leave();
    const { add: onEvent, flush } = perFrame<RunEvent>((events) => {
      if (editor.get().run.current?.id === run.id) takeEvents(editor, events);
    });
    const onLost = (): void => setRun({ lost: true });
    await new Promise<void>((resolve) => {
      const onEnd = (): void => {
        flush();
        resolve();
      };
      const close = api.followRun(run.id, { onEvent, onEnd, onLost });
      leave = () => {
        close();
        resolve();
      };
    });
  };

  const unwatch = watchStale(editor);

  const start: Runs['start'] = async (targets, asked = [], given = {}) => {
    if (editor.get().run.starting) return;
    setRun({ starting: true, startError: undefined });
    try {
      const { id } = editor.get().document;
      const isSaved = await autosave.flush();
      const { document, run } = editor.get();
      if (isStopped && document.id !== id) return;
      const values = { ...run.params, ...given };
      const source = isSaved && id !== null ? { pipeline: id } : { document: pipelineOf(document) };
      const fresh = [...new Set([...asked, ...toCompute(editor.get())])];
      const current = await api.startRun({ ...source, ...wishOf(values, targets, fresh) });
      if (isStopped) return;
      setRun({ ...begun(editor, asGiven(document, values), targets), current });
      void follow(current);
    } catch (error) {
      if (!(error instanceof api.ApiError)) throw error;
      if (!isStopped) setRun({ startError: error });
    } finally {
      if (!isStopped) setRun({ starting: false });
    }
  };

  return {
    start,
    async cancel() {
      const { current } = editor.get().run;
      if (current !== null && !isOver(current.status)) await api.cancelRun(current.id);
    },
    async answer(step, answer) {
      const { current } = editor.get().run;
      if (current !== null) await api.answerAsk(current.id, step, answer);
    },
    async show(current, signal) {
      const before = editor.get().run.current?.id;
      const ran = openDocument(null, await api.getRunDocument(current.id, signal));
      if (isStopped || signal?.aborted === true) return false;
      const { run } = editor.get();
      // Somebody has started one meanwhile.
      if (run.starting || run.current?.id !== before) return false;
      const graph = asGiven(withKnown(ran, editor), current.params);
      setRun({ ...begun(editor, graph, current.targets ?? undefined), current });
      const followed = follow(current);
      if (isOver(current.status)) await followed;
      return true;
    },
    stop() {
      isStopped = true;
      leave();
      unwatch();
    },
  };
}

function wishOf(
  values: GivenValues,
  targets: readonly string[] | undefined,
  fresh: readonly string[],
): Pick<Parameters<typeof api.startRun>[0], 'params' | 'targets' | 'fresh'> {
  return {
    ...(Object.keys(values).length === 0 ? {} : { params: values }),
    ...(targets === undefined ? {} : { targets }),
    ...(fresh.length === 0 ? {} : { fresh }),
  };
}

/** Of a run of which nothing has been told yet. */
function begun(
  editor: Editor,
  graph: DocumentSlice,
  targets: readonly string[] | undefined,
): Partial<RunSlice> {
  const { run } = editor.get();
  const changed = run.ran === null ? new Set<string>() : staleIn(editor, run.ran, graph);
  return {
    ran: ranOf(editor, graph, { targets, changed }),
    steps: stepsOf(editor, { targets, changed }),
    size: graph.nodesById.size,
    seq: 0,
    lost: false,
    ended: new Set(),
    unasked: new Set(),
  };
}

function takeEvents(editor: Editor, events: readonly RunEvent[]): void {
  const { run, document } = editor.get();
  const { steps: told, seq, ended, unasked, ...times } = reduceEvents(run, events);
  const current = run.current && { ...run.current, ...times };
  const isOld = run.reset.after !== null && run.reset.after === current?.id;
  const reset = isOld ? run.reset : resetAfter(run.reset, events);
  const steps = isOld ? withoutReset(told, reset) : told;
  editor.set({ run: { ...run, steps, seq, ended, unasked, current, reset, lost: false } });
  if (reset !== run.reset) keepReset(document.id, reset);
}

type Beginning = {
  readonly targets: readonly string[] | undefined;
  /** What gives another result in this run than it gave. */
  readonly changed: ReadonlySet<string>;
};

/**
 * What earlier runs said of the nodes that are still there. A run of all does anew what went without a result or has
 * one of an older graph: until its turn comes, nothing is said of it.
 */
function stepsOf(editor: Editor, { targets, changed }: Beginning): RunSlice['steps'] {
  const { document, run } = editor.get();
  return new Map(
    [...run.steps].filter(
      ([step, { status }]) =>
        document.nodesById.has(step.split('/')[0]!) &&
        (targets !== undefined || !(WITHOUT_RESULT.has(status) || changed.has(step))),
    ),
  );
}

const WITHOUT_RESULT: ReadonlySet<StepStatus> = new Set(['failed', 'skipped', 'cancelled']);

function ranOf(editor: Editor, graph: DocumentSlice, { targets, changed }: Beginning): RanGraph {
  const { run, document, forecast } = editor.get();
  const pinned = heldPins({ document, forecast });
  const ids = wanted(pipelineOf(graph), { targets, pinned });
  return ids === undefined ? graph : ranPartly(run.ran, graph, { ids, changed, pinned });
}

/** Nodes that are equal to those on the canvas become the same objects, which makes comparing them cheap. */
function withKnown(ran: DocumentSlice, editor: Editor): DocumentSlice {
  const { document } = editor.get();
  const nodes = [...ran.nodesById].map(([id, node]) => {
    const known = document.nodesById.get(id);
    const isSame = known !== undefined && JSON.stringify(known) === JSON.stringify(node);
    return [id, isSame ? known : node] as const;
  });
  return { ...ran, nodesById: new Map(nodes) };
}

function watchStale(editor: Editor): () => void {
  return editor.store.subscribe((state, before) => {
    const isSame =
      state.document === before.document &&
      state.run.ran === before.run.ran &&
      state.forecast.lostPins === before.forecast.lostPins;
    if (!isSame) markStale(editor);
  });
}

function markStale(editor: Editor): void {
  const { document, run } = editor.get();
  if (run.ran === null) return;
  const stale = staleIn(editor, run.ran, document);
  const isSame = stale.size === run.stale.size && [...stale].every((id) => run.stale.has(id));
  if (!isSame) editor.set({ run: { ...run, stale } });
}

function staleIn(editor: Editor, ran: RanGraph, now: DocumentSlice): ReadonlySet<string> {
  const { catalogue } = editor.get();
  const isRandom = ({ type }: { readonly type: string }): boolean =>
    catalogue.types.get(type)?.random === true;
  return staleNodes(ran, now, isRandom, heldPins(editor.get()));
}
