import {
  anything,
  count,
  hash,
  list,
  number,
  object,
  oneOf,
  orNull,
  published,
  record,
  text,
  time,
} from './build.ts';

const summary = {
  id: hash,
  name: { ...text, description: 'Of the pipeline that trained it.' },
  label: { description: 'What a person calls it.', ...orNull(text) },
  task: published('model', 'Task'),
  target: text,
  run: text,
  step: text,
  createdAt: time,
  trashedAt: orNull(time),
} as const;

export const ModelSummary = object(summary);

export const ModelDetail = object({
  ...summary,
  inputs: {
    description: 'The raw columns that a row must have.',
    ...list(published('table-schema', 'Column')),
  },
  outputs: list(published('table-schema', 'Column')),
  classes: orNull(list(text)),
  estimator: object({ type: text, params: record(anything) }),
  example: { description: 'A raw row for a first try.', ...orNull(record(anything)) },
});

export const ModelUse = object({ id: text, name: text });
export const ModelRename = object({
  label: { type: 'string', maxLength: 200, description: 'An empty one takes the name back.' },
});

export const PredictRequest = object({
  rows: {
    description: 'Raw rows, `{ column: value }` each.',
    type: 'array',
    maxItems: 10_000,
    items: anything,
  },
});

const Prediction = object(
  {
    prediction: oneOf(text, number, { type: 'null' }),
    probabilities: { description: 'By class.', ...record(number) },
    missing: { description: 'Features that were missing.', ...list(text) },
  },
  ['probabilities', 'missing'],
);
export const PredictAnswer = object({ predictions: list(Prediction) });

const format = { enum: ['csv', 'parquet', 'json'] } as const;
export const ScoreRequest = object(
  {
    dataset: published('pipeline', 'DatasetRef'),
    format,
    spreadsheet: {
      enum: ['en', 'pt-BR'],
      description: 'Of a CSV: written as spreadsheets of this language read it, with names in it.',
    },
  },
  ['format', 'spreadsheet'],
);
export const SavedTable = object({ hash, bytes: count, rows: count, format });
