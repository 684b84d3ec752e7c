/** Documents on their way in: text or JSON, of any version, to a pipeline of today. */
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
export function datasetsOf(pipeline: Pipeline): DatasetRef[] {
  const refs: DatasetRef[] = [];
  const left: unknown[] = [
    ...graphValues(pipeline),
    ...Object.values(pipeline.definitions).flatMap(graphValues),
  ];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (isDatasetRef(value)) refs.push(value);
    else left.push(...(Object.values(value) as unknown[]));
  }
  return refs;
}

const graphValues = ({ nodes, parameters }: Pick<Pipeline, 'nodes' | 'parameters'>): unknown[] => [
  ...nodes.map((node) => node.params),
  ...parameters.map((parameter) => parameter.default),
];

export function isDatasetRef(value: object): value is DatasetRef {
  const { dataset, hash } = value as Partial<DatasetRef>;
  return typeof dataset === 'string' && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
}
