import type { CsvOptions } from '#nodes/sdk/context.ts';
import { col } from '#nodes/sdk/expressions/build.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, params } from '#nodes/sdk/params.ts';
import type { Projection } from '#nodes/sdk/plan/types.ts';
import type { Column } from '#schemas/types.ts';
import { columnsOf, fileOf, forcedType, type SampleName } from '#nodes/lib/samples/samples.ts';

function optionsFor(columns: readonly Column[]): CsvOptions {
  const types = columns.map((column) => [column.name, forcedType(column)]);
  return {
    delimiter: 'auto',
    encoding: 'auto',
    decimal: 'auto',
    header: 'yes',
    dateFormat: 'auto',
    missing: [],
    types: Object.fromEntries(types) as CsvOptions['types'],
  };
}

function described({ name, meaning, role, personal }: Column): Projection {
  const tag = personal === undefined ? {} : { personal };
  return { name, expr: col(name), meta: { meaning, role, ...tag } };
}

export const node = defineNode({
  type: 'sample-data',
  version: 1,
  category: 'collect',
  title: 'Sample data',
  summary: 'Real and made-up tables to try things out with, their target already set.',
  synonyms: ['example', 'demo', 'toy data', 'dataset', 'penguins', 'iris'],
  params: params({
    name: choice<SampleName>(
      {
        penguins: 'Penguins: three species, told apart by body measures',
        iris: 'Iris: three kinds of flower, told apart by their petals',
        concrete: 'Concrete: its strength, by the mixture and its age',
        credit_data: 'Credit: who paid back a loan and who did not',
        mlc_churn: 'Telephone: which customers left',
        attrition: 'Staff: who left the company',
        clientes_br: 'Customers in Brazil: who cancelled (invented, with personal data)',
      },
      { title: 'Data', default: 'penguins' },
    ),
  }),
  inputs: {},
  outputs: { table: { type: 'table', title: 'Table' } },
  line: '{name_label}',
  async run({ params: { name }, context }) {
    const columns = columnsOf(name);
    const { table } = await context.tables.importCsv(
      { bundled: fileOf(name) },
      optionsFor(columns),
    );
    return { table: table.project(columns.map(described)) };
  },
  declareOutputs({ params: { name } }) {
    return { table: { columns: columnsOf(name) } };
  },
});
