import { EsteiraError } from '#schemas/errors.ts';
import type { Cell } from '#nodes/sdk/context.ts';
import { call, col, lit } from '#nodes/sdk/expressions/build.ts';
import { labelOf } from '#nodes/sdk/learning/task.ts';
import { type Definitions, defineNode, type Ports } from '#nodes/sdk/node.ts';
import { column, custom, integer, params } from '#nodes/sdk/params.ts';
import { chosenColumn } from '#nodes/sdk/pick.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { Json, ReportValue, Value } from '#nodes/sdk/values.ts';

type Definition = Definitions[string];

/** A model for each group has no one wire to travel on; tables are put together, reports collected. */
const collectable = ({ type }: { type: string }): boolean => type === 'table' || type === 'report';

function portsOf(definition: Definition | undefined): { inputs: Ports; outputs: Ports } {
  if (!definition) return { inputs: { table: { type: 'table', title: 'Table' } }, outputs: {} };
  const titled = (ports: Definition['inputs'] | Definition['outputs']): Ports =>
    Object.fromEntries(ports.map(({ name, type }) => [name, { type, title: name }]));
  return {
    inputs: titled(definition.inputs),
    outputs: titled(definition.outputs.filter(collectable)),
  };
}

/** The rows of one group; a missing value is a group of its own. */
function groupOf(table: Table, by: string, value: Cell): Table {
  const is = value === null ? call('isnull', col(by)) : call('eq', col(by), lit(value));
  return table.filter(is);
}

function collected(
  results: readonly (readonly [group: string, outputs: Readonly<Record<string, Value | Table>>])[],
  port: string,
): Table | Value | undefined {
  const values = results.flatMap(([group, outputs]) => {
    const value = outputs[port];
    return value ? [[group, value] as const] : [];
  });
  const tables = values.flatMap(([, value]) => {
    if (value instanceof Table) return [value];
    return value.kind === 'table' ? [Table.of(value)] : [];
  });
  if (tables.length > 0) return Table.append(tables);
  const reports = values.map(([group, value]) => ({ group, ...(value as ReportValue) }));
  if (reports.length === 0) return undefined;
  return {
    kind: 'report',
    type: 'groups',
    metrics: { groups: reports.length },
    details: { groups: reports as unknown as Json },
  };
}

export const node = defineNode({
  type: 'for-each',
  version: 1,
  category: 'control',
  title: 'For each group',
  summary: 'Runs a subflow once for the rows of each group, and puts the results together.',
  synonyms: ['loop', 'iterate', 'repeat', 'group loop', 'batch'],
  params: params({
    definition: custom<string>(
      { type: 'string', default: '', maxLength: 64 },
      { widget: 'definition' },
      { title: 'Subflow' },
    ),
    by: column({
      title: 'A group for each value of',
      description:
        'A column of the first table. The subflow’s parameter “group”, if it has one, gets the value.',
    }),
    limit: integer({ title: 'Groups at most', min: 1, max: 10_000, default: 100 }),
    params: custom<Readonly<Record<string, Json>>>(
      { type: 'object', default: {} },
      { widget: 'json' },
      { title: 'The subflow’s parameters' },
    ),
  }),
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: {},
  ports({ params: { definition }, definitions }) {
    return portsOf(Object.hasOwn(definitions, definition) ? definitions[definition] : undefined);
  },
  line: '{definition}, {by}',
  async run({ params: own, inputs, context }) {
    if (own.definition === '') throw new EsteiraError('param-required', { param: 'definition' });
    const [first, table] = Object.entries(inputs).find(([, value]) => value instanceof Table) ?? [];
    if (!(table instanceof Table) || first === undefined) {
      throw new EsteiraError('param-required', { param: 'definition' });
    }
    const by = chosenColumn(table, own.by, 'by');
    const key = { name: 'group', expr: col(by.name) };
    const groups = table.aggregate([key], []);
    const count = await context.tables.count(groups);
    if (count > own.limit) throw new EsteiraError('items-too-many', { count, limit: own.limit });
    const rows = await context.tables.rows(groups, { limit: own.limit });
    const results: [string, Readonly<Record<string, Value | Table>>][] = [];
    for (const [at, row] of rows.entries()) {
      context.progress({ done: at, total: rows.length, unit: 'groups' });
      const value = row.get('group') ?? null;
      const given = {
        ...(inputs as Record<string, Value>),
        [first]: groupOf(table, by.name, value).value(),
      };
      const label = labelOf(value, by.type) ?? '';
      const outputs = await context.runDefinition(
        own.definition,
        given,
        { ...own.params, group: label },
        String(at + 1),
      );
      results.push([label, outputs]);
    }
    const ports = new Set(results.flatMap(([, outputs]) => Object.keys(outputs)));
    const all = [...ports].map((port) => [port, collected(results, port)] as const);
    return Object.fromEntries(
      all.filter((entry): entry is readonly [string, Table | Value] => entry[1] !== undefined),
    );
  },
});
