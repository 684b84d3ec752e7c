import type { Column } from '#schemas/types.ts';
import { col } from '#nodes/sdk/expressions/build.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, columns, custom, params, type Accepts } from '#nodes/sdk/params.ts';
import { pickColumns } from '#nodes/sdk/pick.ts';
import { freeName, nameKey } from '#nodes/sdk/plan/names.ts';
import type { Projection } from '#nodes/sdk/plan/types.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import { partOf, PARTS, type PartName } from './parts.ts';

const DATES: Accepts = { types: ['date', 'timestamp'], roles: ['feature'] };

interface Params {
  readonly columns: readonly string[];
  readonly parts: readonly PartName[];
  readonly original: 'ignore' | 'drop';
  readonly names: 'en' | 'pt-BR';
}

/** One new column for each part of each date, in the order of the list of parts. */
function partColumns(table: Table, dates: readonly Column[], own: Params): readonly Projection[] {
  const taken = new Set(table.columns.map(({ name }) => nameKey(name)));
  const wanted = (Object.keys(PARTS) as PartName[]).filter((name) => own.parts.includes(name));
  return dates.flatMap((date) =>
    wanted.flatMap((name): Projection[] => {
      const { expr, suffix, meta, needsTime } = partOf(name);
      if (needsTime && date.type !== 'timestamp') return [];
      const free = freeName(`${date.name} ${suffix[own.names]}`, '_', taken);
      return [{ name: free, expr: expr(col(date.name)), meta: { role: 'feature', ...meta } }];
    }),
  );
}

function withoutOriginals(table: Table, dates: readonly Column[], { original }: Params): Table {
  const names = dates.map(({ name }) => name);
  if (original === 'drop') return table.drop(names);
  // A date that orders the rows, or says who they are, has a role already that no learner reads.
  const read = dates.filter(({ role }) => role === 'feature').map(({ name }) => name);
  return table.describe(read, { role: 'ignored' });
}

export const node = defineNode({
  type: 'date-parts',
  version: 1,
  category: 'columns',
  title: 'Date parts',
  summary: 'Makes numbers of dates, such as year, month and weekday, that a model can learn from.',
  synonyms: ['calendar', 'year', 'month', 'weekday', 'time features', 'extract date'],
  params: params({
    columns: columns({
      title: 'Dates',
      description: 'None chosen: every feature that is a date or a date and time.',
      accepts: DATES,
    }),
    parts: custom<readonly PartName[]>(
      {
        type: 'array',
        items: { type: 'string', enum: Object.keys(PARTS) },
        uniqueItems: true,
        default: ['year', 'month', 'day', 'weekday', 'hour'],
      },
      {
        widget: 'choice',
        labels: {
          year: 'Year',
          quarter: 'Quarter, 1 to 4',
          month: 'Month, 1 to 12',
          day: 'Day of the month',
          weekday: 'Weekday, 1 (Monday) to 7',
          dayOfYear: 'Day of the year',
          hour: 'Hour, where there is a time',
          weekend: 'Weekend, yes or no',
          days: 'Days since 1970-01-01',
        },
      },
      { title: 'Parts' },
    ),
    original: choice(
      { ignore: 'Stays, and no model learns from it', drop: 'Goes' },
      { title: 'The date itself', default: 'ignore' },
    ),
    names: choice(
      { en: 'English: year, month', 'pt-BR': 'Portuguese: ano, mês' },
      { title: 'New names in', default: 'en' },
    ),
  }),
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: { table: { type: 'table', title: 'Table' } },
  line: '{parts, plural, =0 {no parts} one {# part} other {# parts}} of {columns, plural, =0 {all dates} one {# date} other {# dates}}',
  plan({ params: own, inputs }): Table {
    const table = inputs['table'] as Table;
    const dates = pickColumns(table, own.columns, DATES);
    const added = table.derive(partColumns(table, dates, own));
    return dates.length === 0 ? added : withoutOriginals(added, dates, own);
  },
});
