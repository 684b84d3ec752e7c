import { list, object, published, text } from './build.ts';

const task = { enum: ['classification', 'regression'] } as const;

export const SuggestRequest = object(
  {
    dataset: published('pipeline', 'DatasetRef'),
    target: { ...text, description: 'The column to predict.' },
    task: { ...task, description: 'Default: what the target’s values say.' },
    locale: {
      enum: ['en', 'pt-BR'],
      description: 'Of names in the document; default: the reader’s.',
    },
  },
  ['task', 'locale'],
);

export const Suggestion = object({
  document: published('pipeline'),
  task,
  notLearned: {
    description: 'Columns that the pipeline does not learn from, in the table’s order.',
    ...list(
      object({ column: text, reason: { enum: ['identifier', 'personal', 'free-text', 'empty'] } }),
    ),
  },
});
