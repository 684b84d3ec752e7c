import { EsteiraError } from '#schemas/errors.ts';
import { call, col } from '#nodes/sdk/expressions/build.ts';
import { defineNode, type Findings } from '#nodes/sdk/node.ts';
import { choice, column, columns, flag, list, params, text } from '#nodes/sdk/params.ts';
import type { Measure } from '#nodes/sdk/plan/types.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { Note } from '#nodes/sdk/values.ts';
import { targetProjection, withKinds, type KindSetting } from './kinds.ts';
import { targetIn, withRoles, type RoleLists } from './roles.ts';

interface Params extends RoleLists {
  readonly targetAs: 'as-is' | 'category' | 'number';
  readonly dropWithoutTarget: boolean;
  readonly types: readonly KindSetting[];
}

const kind = params({
  column: column({ title: 'Column' }),
  type: choice(
    {
      keep: 'As it is',
      float64: 'Number',
      int64: 'Whole number',
      text: 'Text',
      bool: 'Yes or no',
      date: 'Date',
      timestamp: 'Date and time',
    },
    { title: 'Type', default: 'keep' },
  ),
  meaning: choice(
    {
      keep: 'As the type says',
      number: 'Number',
      category: 'Category',
      text: 'Free text',
      date: 'Date',
      image: 'Name of an image',
    },
    { title: 'Meaning', default: 'keep' },
  ),
  decimal: choice(
    { '.': 'Point: 1,234.5', ',': 'Comma: 1.234,5' },
    {
      title: 'Decimal sign',
      default: '.',
      when: { param: 'type', is: ['float64', 'int64'] },
    },
  ),
  format: text({
    title: 'Dates are written',
    default: 'dd/mm/yyyy',
    maxLength: 60,
    when: { param: 'type', is: ['date', 'timestamp'] },
  }),
});

/** Changes of the target itself; a table without one has nothing to change unless it is asked for. */
function withTarget(table: Table, as: Params['targetAs']): Table {
  if (as === 'as-is') return table;
  const target = targetIn(table);
  if (!target) throw new EsteiraError('target-not-set', {}, { path: '/target' });
  return table.derive([targetProjection(target, as)]);
}

/** All that is said, before rows are left out. */
function described(table: Table, own: Params): Table {
  return withTarget(withRoles(withKinds(table, own.types), own), own.targetAs);
}

export const node = defineNode({
  type: 'set-roles',
  version: 1,
  category: 'columns',
  title: 'Set roles and types',
  summary: 'Says what to predict, what each column is for, and what its values are.',
  synonyms: ['target', 'label', 'metadata', 'convert type', 'cast', 'edit domain', 'identifier'],
  params: params({
    target: column({
      title: 'Target',
      description: 'The column to predict. Empty: the target that the table has.',
    }),
    targetAs: choice(
      { 'as-is': 'What it is', category: 'A category', number: 'A number' },
      { title: 'Treat the target as', default: 'as-is' },
    ),
    dropWithoutTarget: flag({
      title: 'Leave out rows without a target',
      description: 'A model neither learns from them nor is measured by them.',
      default: false,
    }),
    id: columns({ title: 'Identifiers', description: 'They name a row and are not learned from.' }),
    time: columns({ title: 'Time', description: 'When the row happened: a split can follow it.' }),
    weight: columns({
      title: 'Weight',
      description: 'How much a row counts in learning.',
      accepts: { types: ['int64', 'float64'] },
    }),
    group: columns({
      title: 'Groups',
      description: 'Rows that belong together, such as those of one customer.',
    }),
    sensitive: columns({
      title: 'Sensitive',
      description: 'Not learned from, but watched for fairness, such as gender.',
    }),
    ignored: columns({ title: 'Ignored', description: 'They stay and are not learned from.' }),
    feature: columns({
      title: 'Features',
      description: 'Columns to learn from that had another role before.',
    }),
    types: list(kind, {
      title: 'Types and meanings',
      description: 'What cannot be read as the new type becomes missing.',
    }),
  }),
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: { table: { type: 'table', title: 'Table' } },
  line: '{target, select, none {roles} other {target: {target}}}{types, plural, =0 {} one {, # column described} other {, # columns described}}',
  messages: {
    'several-roles': {
      message: 'The column “{column}” is given more than one role.',
      remedy: 'Leave it in one of the lists.',
    },
  },
  plan({ params: own, inputs }): Table {
    const table = described(inputs['table'] as Table, own);
    const target = own.dropWithoutTarget && targetIn(table);
    return target ? table.filter(call('not', call('isnull', col(target.name)))) : table;
  },
  findings({ params: own, inputs }): Findings | undefined {
    const table = described(inputs['table'] as Table, own);
    const target = own.dropWithoutTarget && targetIn(table);
    if (!target) return undefined;
    const missing: Measure = { name: 'missing', fn: 'count_missing', args: [col(target.name)] };
    return {
      queries: { dropped: table.aggregate([], [missing]) },
      notes(rows): readonly Note[] {
        const count = Number(rows['dropped']?.[0]?.get('missing') ?? 0);
        if (count === 0) return [];
        const said = { target: target.name, count };
        return [{ code: 'target-rows-dropped', level: 'warning', params: said }];
      },
    };
  },
});
