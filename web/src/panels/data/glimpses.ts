/** Pictures that somebody had drawn before a run, for the cards of their nodes: nothing is asked of the server for them. */
import { create } from 'zustand';
import { useEditor } from '../../app/useEditor.ts';
import type { Report } from '../../results/report.ts';
import type { State, StepState } from '../../store/state.ts';
import { upstreamKey } from '../target.ts';

export type Glimpse = {
  /** As a run would say it. */
  readonly outputs: StepState['outputs'];
  /** What decided it (`upstreamKey`). */
  readonly key: string;
};

type Glimpses = {
  /** The document that they are of: in another, nodes of the same ids may be something else. */
  readonly of: State['document']['id'];
  readonly byNode: ReadonlyMap<string, Glimpse>;
};

const useGlimpses = create<Glimpses>()(() => ({ of: null, byNode: new Map() }));

/** The report that a node would give as the document stands; undefined takes back the one that was known. */
export function keepGlimpse(
  document: State['document'],
  node: string,
  report: Report | undefined,
): void {
  const { of, byNode } = useGlimpses.getState();
  const kept = new Map(of === document.id ? byNode : []);
  if (report === undefined) kept.delete(node);
  else
    kept.set(node, {
      outputs: { picture: { type: 'report', report } },
      key: upstreamKey(document, node),
    });
  useGlimpses.setState({ of: document.id, byNode: kept });
}

/** What is known of a node from before its run. */
export function useGlimpse(node: string): Glimpse | undefined {
  const id = useEditor(({ document }) => document.id);
  return useGlimpses(() => glimpseOf(id, node));
}

export function glimpseOf(document: Glimpses['of'], node: string): Glimpse | undefined {
  const { of, byNode } = useGlimpses.getState();
  return of === document ? byNode.get(node) : undefined;
}

/** Whether it would still come so. */
export function useIsFresh(node: string, glimpse: Glimpse): boolean {
  return useEditor(({ document }) => holds(glimpse, document, node));
}

const answers = new WeakMap<
  Glimpse,
  { readonly of: State['document']; readonly isSame: boolean }
>();

/** Asked at each change of anything, and answered anew only when the document is another. */
function holds(glimpse: Glimpse, document: State['document'], node: string): boolean {
  const known = answers.get(glimpse);
  if (known?.of === document) return known.isSame;
  const isSame = upstreamKey(document, node) === glimpse.key;
  answers.set(glimpse, { of: document, isSame });
  return isSame;
}
