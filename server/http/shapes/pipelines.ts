import { anything, list, object, orNull, published, record, text, time } from './build.ts';

const summary = {
  id: text,
  name: text,
  revision: { type: 'integer', minimum: 1, description: 'Rises with each save.' },
  createdAt: time,
  updatedAt: time,
  trashedAt: orNull(time),
} as const;

export const PipelineSummary = object(summary);
export const PipelineRecord = object({ ...summary, document: published('pipeline') });
export const PipelineRename = object({ name: { type: 'string', minLength: 1, maxLength: 200 } });
export const PipelineCopy = object(PipelineRename['properties'] as { name: typeof text }, ['name']);

/** A document on its way: the service that reads documents says what is wrong with it, in words. */
export const AnyDocument = {
  description: 'A pipeline document.',
  type: 'object',
  additionalProperties: true,
} as const;

export const ParameterValues = {
  description: 'Values of the pipeline’s parameters by name.',
  ...record(anything),
};

export const Targets = {
  description: 'Run to these nodes, and no further.',
  type: 'array',
  maxItems: 20_000,
  items: text,
} as const;

export const Fresh = {
  ...Targets,
  description: 'These nodes, and what comes after them, are computed again.',
} as const;

export const Seed = { type: 'integer', minimum: 0, maximum: 4_294_967_295 } as const;

export const CheckRequest = object(
  { document: AnyDocument, params: ParameterValues, targets: Targets },
  ['params', 'targets'],
);
export const CheckAnswer = object({
  problems: {
    description: 'Everything that keeps the document from running; empty where it can run.',
    ...list(published('error')),
  },
});
