import {
  anything,
  constant,
  count,
  described,
  flag,
  list,
  number,
  object,
  oneOf,
  orNull,
  published,
  record,
  text,
} from './build.ts';
import { rows } from './datasets.ts';
import { AnyDocument, ParameterValues, Seed } from './pipelines.ts';

const graph = { document: AnyDocument, params: ParameterValues, seed: Seed } as const;
const port = {
  node: text,
  port: text,
  run: {
    ...text,
    description: 'What this run did to the world, and was answered, counts as done.',
  },
} as const;

const narrowing = {
  part: {
    enum: ['train', 'validation', 'test'],
    description: 'Only rows of this part; a table that is not split counts whole.',
  },
  where: described('Only rows for which it is true.', published('expression')),
  raw: {
    ...flag,
    description: 'With the columns as they came, before a recipe; first what was predicted.',
  },
  order: {
    description: 'The first one first; missing values last.',
    maxItems: 8,
    ...list(object({ by: published('expression'), descending: flag }, ['descending'])),
  },
} as const;
const optional = ['params', 'seed', 'run', 'part', 'where', 'raw', 'order'];

export const SchemasRequest = object(graph, ['params', 'seed']);
export const ProfileRequest = object(
  {
    ...graph,
    ...port,
    ...narrowing,
    columns: {
      description: 'Only these; by default the first 300.',
      maxItems: 300,
      ...list(text),
    },
  },
  [...optional, 'columns'],
);
export const PreviewRequest = object(
  {
    ...graph,
    ...port,
    ...narrowing,
    limit: { type: 'integer', minimum: 1, maximum: 10_000, description: 'Default 100.' },
    offset: count,
  },
  [...optional, 'limit', 'offset'],
);

const TablePreview = object(
  { kind: constant('table'), schema: published('table-schema'), rowCount: count, rows },
  ['rowCount'],
);
const ValuePreview = object({ kind: { enum: ['model', 'report'] }, value: record(anything) });
export const Preview = oneOf(TablePreview, ValuePreview);

const ColumnProfile = object(
  {
    name: text,
    missing: count,
    distinct: count,
    numbers: object({
      min: number,
      max: number,
      mean: number,
      deviation: orNull(number),
      histogram: { description: 'Counts of bins of equal width.', ...list(count) },
    }),
    dates: object({
      min: text,
      max: text,
      histogram: { description: 'Counts of bins of as many days each.', ...list(count) },
    }),
    top: {
      description: 'The most frequent values, most frequent first.',
      ...list(object({ value: text, count })),
    },
  },
  ['numbers', 'dates', 'top'],
);
export const Profile = object({ rowCount: count, columns: list(ColumnProfile) });

export const GraphSchemas = object({
  outputs: {
    description: 'By node id and output port; a port of which nothing is known yet is absent.',
    ...record(record(published('table-schema'))),
  },
  problems: list(published('error')),
});
