import { EsteiraError } from '#schemas/errors.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, dataset, flag, list, params, text } from '#nodes/sdk/params.ts';
import { csvOptions } from './options.ts';

const types = params({
  column: text({ title: 'Column', maxLength: 1000 }),
  type: choice(
    {
      number: 'Number',
      int64: 'Whole number',
      float64: 'Number with decimals',
      category: 'Category',
      text: 'Free text',
      bool: 'Yes or no',
      date: 'Date',
      timestamp: 'Date and time',
    },
    { title: 'Type', default: 'category' },
  ),
});

export const node = defineNode({
  type: 'csv-file',
  version: 1,
  category: 'collect',
  title: 'CSV file',
  summary: 'Reads a table from a CSV file and finds out by itself how it is written.',
  synonyms: ['import', 'load', 'read', 'delimited', 'spreadsheet export', 'tsv', 'text file'],
  params: params({
    file: dataset({ title: 'File' }),
    delimiter: choice(
      {
        auto: 'Found in the file',
        comma: 'Comma ,',
        semicolon: 'Semicolon ;',
        tab: 'Tab',
        bar: 'Bar |',
        other: 'Another',
      },
      { title: 'Delimiter', default: 'auto' },
    ),
    otherDelimiter: text({
      title: 'Other delimiter',
      maxLength: 1,
      when: { param: 'delimiter', is: ['other'] },
    }),
    encoding: choice(
      {
        auto: 'Found in the file',
        'utf-8': 'UTF-8',
        'windows-1252': 'Windows-1252 (Western)',
        'latin-1': 'Latin-1 (ISO 8859-1)',
        'utf-16': 'UTF-16',
      },
      { title: 'Encoding', default: 'auto' },
    ),
    decimal: choice(
      { auto: 'Found in the file', '.': 'Point: 1234.5', ',': 'Comma: 1234,5' },
      { title: 'Decimal sign', default: 'auto' },
    ),
    header: choice(
      { auto: 'Found in the file', yes: 'First line holds names', no: 'First line holds data' },
      { title: 'Header', default: 'auto' },
    ),
    dates: choice(
      {
        auto: 'Found in the file',
        dmy: 'Day, month, year: 31/12/2024',
        mdy: 'Month, day, year: 12/31/2024',
        ymd: 'Year, month, day: 2024/12/31',
      },
      { title: 'Dates', default: 'auto' },
    ),
    usualMissing: flag({
      title: 'Read the usual signs as missing',
      description: 'NA, N/A, null, NaN, ? and their like. An empty cell is always missing.',
      default: true,
    }),
    missing: list(params({ text: text({ title: 'Text' }) }), {
      title: 'Other texts that mean missing',
      description: 'For example -999 or “not informed”.',
    }),
    types: list(types, {
      title: 'Types set by hand',
      description: 'Every other column gets the type that all its values fit.',
    }),
  }),
  inputs: {},
  outputs: { table: { type: 'table', title: 'Table' } },
  line: '{file}',
  async run({ params: own, context }) {
    if (!own.file) throw new EsteiraError('dataset-not-chosen', {}, { path: '/file' });
    const { table, notes } = await context.tables.importCsv(own.file, csvOptions(own));
    for (const note of notes) context.log(note);
    return { table };
  },
});
