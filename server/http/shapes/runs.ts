import { count, flag, hash, object, orNull, published, text, time } from './build.ts';
import { AnyDocument, Fresh, ParameterValues, Seed, Targets } from './pipelines.ts';

const options = {
  params: ParameterValues,
  seed: Seed,
  targets: Targets,
  fresh: Fresh,
  trigger: {
    description: 'What starts it, such as person, command or schedule.',
    type: 'string',
    pattern: '^[a-z][a-z-]{0,31}$',
  },
} as const;
const source = { pipeline: text, document: AnyDocument, template: text } as const;

/** Exactly one source; told apart by its name, so that a mistake inside one of them is told as such. */
export const RunRequest = {
  description: 'A saved pipeline by its id, a document, or a template by its id.',
  ...object({ ...source, ...options }, [...Object.keys(source), ...Object.keys(options)]),
  minProperties: 1,
};

export const RunState = {
  enum: ['queued', 'running', 'done', 'failed', 'cancelled', 'waiting'],
} as const;

export const RunSummary = object(
  {
    id: text,
    name: text,
    pipeline: orNull(text),
    status: RunState,
    params: ParameterValues,
    targets: {
      ...orNull(Targets),
      description: 'The nodes that it went to and no further; null where it went through all.',
    },
    seed: Seed,
    attempt: count,
    trigger: text,
    actor: { ...text, description: 'Who started it.' },
    version: { ...orNull(text), description: 'Of Esteira; null where it was not kept.' },
    createdAt: time,
    startedAt: orNull(time),
    finishedAt: orNull(time),
    error: published('error', 'ErrorData'),
  },
  ['error'],
);

export const Ask = object({ step: text, token: text, message: text });

export const AskAnswer = object(
  { approved: flag, comment: { type: 'string', maxLength: 20_000 } },
  ['comment'],
);

export const SavedOutput = object({
  step: text,
  name: { ...text, description: 'A plain file name.' },
  hash,
  bytes: count,
});
