/** What is wrong with the graph and which columns each wire carries: by the page's own rules at once, by the server soon after. */
import { toProblem, type EsteiraError } from '#schemas/errors.ts';
import { checkGraph } from '#schemas/graph.ts';
import type { Problem } from '#schemas/types.ts';
import * as api from '../api.ts';
import { pipelineOf } from './document.ts';
import type { Editor } from './editor.ts';
import { portLookup } from './ports.ts';
import type { AnalysisSlice, State } from './state.ts';

const QUIET = 250;

export function startAnalysis(editor: Editor): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();

  const ask = async (): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const { document, run } = editor.get();
    try {
      const json = { document: pipelineOf(document), params: run.params };
      const { outputs, problems } = await api.previewSchemas(json, signal);
      if (signal.aborted || editor.get().document !== document) return;
      setAnalysis(editor, { status: 'fresh', schemas: outputs, ...byNode(problems) });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof api.ApiError)) throw error;
      setAnalysis(editor, { status: 'unknown' });
    }
  };
  const check = (): void => {
    clearTimeout(timer);
    if (editor.get().document.id === null) return;
    setAnalysis(editor, { status: 'checking' });
    timer = setTimeout(() => void ask(), QUIET);
  };

  const unwatch = editor.store.subscribe((state, before) => {
    if (isConcerned(state, before)) check();
  });
  check();
  return () => {
    clearTimeout(timer);
    asking.abort();
    unwatch();
  };
}

/** Where nodes stand changes nothing of what they do, but the server's answer names them. */
function isConcerned(now: State, before: State): boolean {
  return (
    now.document !== before.document ||
    now.run.params !== before.run.params ||
    now.view.locale !== before.view.locale ||
    // What has run is known better than what was foreseen.
    (now.run.current?.status !== before.run.current?.status && now.run.current?.status === 'done')
  );
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

/** Mistakes of wiring that need no server, in the reader's language. */
export function wiringProblems({ document, catalogue, view }: State): readonly Problem[] {
  const errors: readonly EsteiraError[] = checkGraph(
    pipelineOf(document),
    portLookup(catalogue, document),
  );
  return errors.map((error) => toProblem(error, view.locale));
}
