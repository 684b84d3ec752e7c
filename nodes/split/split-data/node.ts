import { EsteiraError } from '#schemas/errors.ts';
import { taskOf } from '#nodes/sdk/learning/task.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, column, integer, params } from '#nodes/sdk/params.ts';
import { chosenColumn } from '#nodes/sdk/pick.ts';
import type { PartitionSpec, Table } from '#nodes/sdk/plan/table.ts';

interface Params {
  readonly into: 'parts' | 'folds';
  readonly train: number;
  readonly validation: number;
  readonly folds: number;
  readonly by: 'target' | 'random' | 'group' | 'time';
  readonly group: string;
  readonly time: string;
}

/** Which rows go together. Keeping the classes' shares needs a category to predict; a number is split at random. */
function arrangement(table: Table, { by, group, time }: Params): Partial<PartitionSpec> {
  if (by === 'group') return { group: chosenColumn(table, group, 'group').name };
  if (by === 'time') return { time: chosenColumn(table, time, 'time').name };
  const target = table.columns.find((each) => each.role === 'target');
  const stratified = by === 'target' && target && taskOf(target) === 'classification';
  return stratified ? { stratify: target.name } : {};
}

function division({ into, train, validation, folds }: Params): PartitionSpec['into'] {
  if (into === 'folds') return { kind: 'folds', count: folds };
  const test = 100 - train - validation;
  if (test <= 0) throw new EsteiraError('split-data.no-test', { train, validation });
  return { kind: 'holdout', train, validation, test };
}

export const node = defineNode({
  type: 'split-data',
  version: 1,
  category: 'split',
  title: 'Split train and test',
  summary:
    'Decides which rows are learned from and which are kept aside to check what was learned.',
  synonyms: ['holdout', 'partition', 'sampling', 'train test split', 'folds', 'cross-validation'],
  random: true,
  params: params({
    into: choice(
      { parts: 'Rows to learn from and to check with', folds: 'Folds for cross-validation' },
      { title: 'Split into', default: 'parts' },
    ),
    train: integer({
      title: 'To learn from (train)',
      min: 1,
      max: 99,
      default: 80,
      unit: '%',
      when: { param: 'into', is: ['parts'] },
    }),
    validation: integer({
      title: 'To tune with (validation)',
      description:
        'Rows watched while learning, for example to stop early. What is left is for the test.',
      min: 0,
      max: 98,
      default: 0,
      unit: '%',
      when: { param: 'into', is: ['parts'] },
    }),
    folds: integer({
      title: 'Folds',
      min: 2,
      max: 100,
      default: 5,
      when: { param: 'into', is: ['folds'] },
    }),
    by: choice(
      {
        target: 'The same share of each class in every part',
        random: 'Purely at random',
        group: 'Rows of one group stay together',
        time: 'Oldest to learn from, newest to check with',
      },
      { title: 'How', default: 'target' },
    ),
    group: column({ title: 'Group column', when: { param: 'by', is: ['group'] } }),
    time: column({
      title: 'Time column',
      accepts: { types: ['date', 'timestamp', 'int64', 'float64', 'text'] },
      when: { param: 'by', is: ['time'] },
    }),
  }),
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: { table: { type: 'table', title: 'Table' } },
  line: '{into, select, folds {{folds} folds} other {{train}% to learn from{validation, plural, =0 {} other {, {validation}% to tune}}}}{by, select, group { by {group}} time { by {time}} other {}}',
  messages: {
    'no-test': {
      message: '{train}% to learn from and {validation}% to tune with leave no rows for the test.',
      remedy: 'Lower one of the two so that rows are left to check with.',
    },
  },
  plan({ params: own, inputs, seed }) {
    const table = inputs['table'] as Table;
    return table.partition({ into: division(own), seed, ...arrangement(table, own) });
  },
});
