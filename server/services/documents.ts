/** Documents on their way in: text or JSON, of any version, to a pipeline of today. */
import { datasetRefsIn } from '#schemas/datasetRefs.ts';
import type { EsteiraError } from '#schemas/errors.ts';
import { parsePipeline, validatePipeline } from '#schemas/document/read.ts';
import { migratePipeline } from '#schemas/migrations.ts';
import type { DatasetRef, Pipeline } from '#schemas/types.ts';
import type { Catalogue } from '#server/engine/catalogue.ts';

/** Throws the first thing that is wrong with the document itself; its graph may be unfinished. */
export function readDocument(source: unknown): Pipeline {
  const read = typeof source === 'string' ? parsePipeline(source) : validatePipeline(source);
  if (read.errors) throw read.errors[0]!;
  return read.pipeline;
}

/** Every mistake of the document itself. */
export function documentErrors(source: unknown): readonly EsteiraError[] {
  const read = typeof source === 'string' ? parsePipeline(source) : validatePipeline(source);
  return read.errors ?? [];
}

/** Each node at its type's version. Nodes that cannot be brought there stay as they are, for the plan to refuse. */
export function updateNodes(pipeline: Pipeline, catalogue: Catalogue): Pipeline {
  return migratePipeline(pipeline, (type) => catalogue.find(type)?.definition).pipeline;
}

/** The data sets that a document names, at any depth of its nodes' params and of its parameters' defaults. */
export const datasetsOf = (pipeline: Pipeline): DatasetRef[] =>
  datasetRefsIn([pipeline, ...Object.values(pipeline.definitions)].map(graphValues));

const graphValues = ({ nodes, parameters }: Pick<Pipeline, 'nodes' | 'parameters'>): unknown[] => [
  ...nodes.map((node) => node.params),
  ...parameters.map((parameter) => parameter.default),
];
