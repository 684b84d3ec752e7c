import { constant, count, list, object, published, text } from './build.ts';

export const Health = object({
  status: constant('ok'),
  version: text,
  runs: {
    description: 'The most runs at once, and how many are at work.',
    ...object({ limit: count, running: count }),
  },
});

export const TemplateSummary = object({
  id: { ...text, description: 'What is typed after `esteira run`.' },
  name: { ...text, description: 'The title in the reader’s language.' },
  description: { ...text, description: 'The summary in the reader’s language.' },
  title: published('node-type', 'Localized'),
  summary: published('node-type', 'Localized'),
  parameters: list(published('pipeline', 'Parameter')),
});

export const SchemaNames = list(text);
export const AnySchema = {
  description: 'A JSON Schema (2020-12).',
  type: 'object',
  additionalProperties: true,
} as const;
