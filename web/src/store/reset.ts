/** Nodes that a person put back to "not run": shown so, and computed again by the next run that takes them. */
import { afresh } from '#schemas/graph.ts';
import type { RunEvent } from '#schemas/types.ts';
import { pipelineOf } from './document.ts';
import type { Editor } from './editor.ts';
import { noReset } from './noReset.ts';
import { heldPins } from './pins.ts';
import type { Reset, RunSlice, State } from './state.ts';

/** The given nodes, or all, and what comes after them; a pinned node keeps what it has. */
export function resetNodes(editor: Editor, ids?: Iterable<string>): void {
  const { document, run } = editor.get();
  const pinned = heldPins(editor.get());
  const reached = afresh(pipelineOf(document), ids ?? document.nodesById.keys(), pinned);
  const fresh = [...reached].filter((id) => !pinned.has(id));
  const reset = {
    nodes: new Set([...run.reset.nodes, ...fresh]),
    after: run.current?.id ?? null,
  };
  editor.set({ run: { ...run, reset, steps: withoutReset(run.steps, reset) } });
  keepReset(document.id, reset);
}

const topOf = (step: string): string => step.split('/')[0]!;

export function withoutReset(steps: RunSlice['steps'], { nodes }: Reset): RunSlice['steps'] {
  if (nodes.size === 0) return steps;
  return new Map([...steps].filter(([step]) => !nodes.has(topOf(step))));
}

/** What is left to compute again after these events of a later run. */
export function resetAfter(reset: Reset, events: readonly RunEvent[]): Reset {
  if (reset.nodes.size === 0) return reset;
  const through = new Set(
    events.flatMap((event) => {
      const isThrough =
        event.type === 'node-finished' ||
        (event.type === 'node-skipped' && event.reason.code === 'branch-not-taken');
      return isThrough && reset.nodes.has(event.step) ? [event.step] : [];
    }),
  );
  if (through.size === 0) return reset;
  return { ...reset, nodes: new Set([...reset.nodes].filter((id) => !through.has(id))) };
}

/** What the next run is told to compute again. */
export const toCompute = ({ document, run }: Pick<State, 'document' | 'run'>): string[] =>
  [...run.reset.nodes].filter((id) => document.nodesById.has(id));

const nameOf = (pipeline: string): string => `esteira.reset.${pipeline}`;

/** For as long as this tab lives, through reloads. Storage may be forbidden: then a reload forgets it. */
export function keepReset(pipeline: string | null, { nodes, after }: Reset): void {
  if (pipeline === null) return;
  try {
    if (nodes.size === 0) sessionStorage.removeItem(nameOf(pipeline));
    else sessionStorage.setItem(nameOf(pipeline), JSON.stringify({ nodes: [...nodes], after }));
  } catch {
    // It still counts until the page goes.
  }
}

export function readReset(pipeline: string): Reset {
  try {
    const text = sessionStorage.getItem(nameOf(pipeline));
    const { nodes, after } = JSON.parse(text ?? '{}') as { nodes?: unknown; after?: unknown };
    if (!Array.isArray(nodes)) return noReset;
    return {
      nodes: new Set(nodes.filter((id) => typeof id === 'string')),
      after: typeof after === 'string' ? after : null,
    };
  } catch {
    return noReset;
  }
}
