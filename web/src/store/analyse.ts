/** What is wrong with the graph and which columns each wire carries: asked of the server a moment after each edit. */
import type { Problem } from '#schemas/types.ts';
import * as api from '../api.ts';
import { askAfterEdits } from './askAfterEdits.ts';
import { changedIds } from './change.ts';
import { pipelineOf } from './document.ts';
import type { Editor } from './editor.ts';
import type { AnalysisSlice, DocumentSlice, State } from './state.ts';

const QUIET = 250;

export function startAnalysis(editor: Editor): () => void {
  return askAfterEdits(editor, {
    quiet: QUIET,
    isConcerned,
    begin() {
      if (editor.get().document.id === null) return false;
      setAnalysis(editor, { status: 'checking' });
      return true;
    },
    async ask(signal) {
      const { document, run } = editor.get();
      const json = { document: pipelineOf(document), params: run.params };
      const { outputs, problems } = await api.previewSchemas(json, signal);
      if (signal.aborted) return;
      setAnalysis(editor, { status: 'fresh', schemas: outputs, ...byNode(problems) });
    },
    fail: () => setAnalysis(editor, { status: 'unknown' }),
  });
}

function isConcerned(now: State, before: State): boolean {
  return (
    !isEquivalent(now.document, before.document) ||
    now.run.params !== before.run.params ||
    now.view.locale !== before.view.locale ||
    // What has run is known better than what was foreseen.
    (now.run.current?.status !== before.run.current?.status && now.run.current?.status === 'done')
  );
}

/** Where nodes stand and what is noted on them changes nothing of what they do. */
export function isEquivalent(now: DocumentSlice, before: DocumentSlice): boolean {
  if (now === before) return true;
  const isKept =
    now.id === before.id &&
    now.edgesById === before.edgesById &&
    now.parameters === before.parameters &&
    now.definitions === before.definitions &&
    now.seed === before.seed &&
    now.nodesById.size === before.nodesById.size;
  if (!isKept) return false;
  for (const id of changedIds(before.nodesById, now.nodesById)) {
    const [node, other] = [now.nodesById.get(id), before.nodesById.get(id)];
    const isSame =
      node !== undefined &&
      other !== undefined &&
      other.params === node.params &&
      other.type === node.type &&
      other.label === node.label &&
      other.pinned === node.pinned;
    if (!isSame) return false;
  }
  return true;
}

function setAnalysis(editor: Editor, part: Partial<AnalysisSlice>): void {
  editor.set({ analysis: { ...editor.get().analysis, ...part } });
}

function byNode(problems: readonly Problem[]): Pick<AnalysisSlice, 'problems' | 'problemsByNode'> {
  const nodes = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.node === undefined) continue;
    nodes.set(problem.node, [...(nodes.get(problem.node) ?? []), problem]);
  }
  return { problems, problemsByNode: nodes };
}
