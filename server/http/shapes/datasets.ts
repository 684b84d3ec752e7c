import {
  anything,
  count,
  flag,
  hash,
  list,
  number,
  object,
  oneOf,
  published,
  record,
  text,
  time,
} from './build.ts';

export const DatasetRecord = object(
  {
    id: text,
    name: text,
    hash,
    bytes: count,
    format: text,
    createdAt: time,
    rows: count,
    columns: count,
  },
  ['rows', 'columns'],
);

export const SampleSummary = object({
  name: text,
  target: { description: 'The column that is usually predicted.', ...text },
  meaning: text,
});

export const DatasetUse = object({ id: text, name: text });

const value = oneOf(text, number, flag, { type: 'null' });

/** Rows by position: a column's name may be anything, so no object is keyed by it. */
export const rows = {
  description: 'Values in the order of the columns; dates are ISO text.',
  ...list(list(value)),
};

export const DatasetNote = object(
  {
    code: text,
    level: { enum: ['info', 'warning'] },
    params: record(anything),
  },
  ['params'],
);

export const InspectRequest = object(
  {
    read: {
      description: 'How the file is read, as the params of its node; what is absent is found out.',
      ...record(anything),
    },
    limit: { type: 'integer', minimum: 1, maximum: 10_000 },
  },
  ['read', 'limit'],
);

export const DatasetInspection = object({
  schema: published('table-schema'),
  rows,
  rowCount: { ...count, description: 'Of the whole file.' },
  found: { description: 'Delimiter, encoding, decimal sign, …', ...record(anything) },
  notes: list(DatasetNote),
});
