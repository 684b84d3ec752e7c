/** A pipeline's file brought in, and what was found in it. */
import type { NodeType, Problem } from '#schemas/types.ts';
import { checkPipeline, createPipeline, type PipelineRecord } from '../../api.ts';

export type Imported = {
  readonly pipeline: PipelineRecord;
  /** Types of nodes that are not installed; their nodes are kept as they are. */
  readonly unknown: readonly string[];
  /** Names of data sets that are not here. */
  readonly missing: readonly string[];
  /** What else keeps it from running. */
  readonly problems: readonly Problem[];
};

/** Throws SyntaxError where the text is no JSON, ApiError where it is no pipeline. */
export async function importPipeline(
  text: string,
  types: ReadonlyMap<string, NodeType>,
): Promise<Imported> {
  const pipeline = await createPipeline(JSON.parse(text) as unknown);
  const { document } = pipeline;
  const { problems } = await checkPipeline({ document });
  const names = new Set(document.nodes.map(({ type }) => type).filter((type) => !types.has(type)));
  const missing = problems.filter(({ code }) => code === 'dataset-missing');
  return {
    pipeline,
    unknown: types.size === 0 ? [] : [...names],
    missing: missing.map(({ params }) => String(params['dataset'])),
    problems: problems.filter(
      ({ code }) => code !== 'dataset-missing' && code !== 'node-type-unknown',
    ),
  };
}
