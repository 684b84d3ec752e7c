import { expect, it } from 'vitest';
import type { CsvOptions, NodeContext } from '#nodes/sdk/context.ts';
import type { RunNode } from '#nodes/sdk/node.ts';
import { node } from './node.ts';
import { csvOptions, type Params } from './options.ts';

const DEFAULTS: Params = {
  delimiter: 'auto',
  otherDelimiter: '',
  encoding: 'auto',
  decimal: 'auto',
  header: 'auto',
  dates: 'auto',
  usualMissing: true,
  missing: [],
  types: [],
};

it('asks for everything to be found when nothing is said', () => {
  expect(csvOptions(DEFAULTS)).toEqual({
    delimiter: 'auto',
    encoding: 'auto',
    decimal: 'auto',
    header: 'auto',
    dateFormat: 'auto',
    missing: ['auto'],
    types: {},
  } satisfies CsvOptions);
});

it('passes on what was set by hand', () => {
  const missing = [{ text: '-999' }, { text: '' }];
  const own: Params = { ...DEFAULTS, delimiter: 'tab', usualMissing: false, missing };
  expect(csvOptions(own)).toMatchObject({ delimiter: '\t', missing: ['-999'] });
  expect(csvOptions({ ...DEFAULTS, delimiter: 'other', otherDelimiter: '^' }).delimiter).toBe('^');
});

it('takes a column of any name', () => {
  const names = ['__proto__', 'constructor', 'a'];
  const types = names.map((column) => ({ column, type: 'text' }));
  const given = csvOptions({ ...DEFAULTS, types }).types;
  expect(Object.keys(given)).toEqual(names);
  expect(given['toString']).toBeUndefined();
  expect(given['__proto__']).toBe('text');
});

it('refuses a delimiter that is none, and two types for a column', () => {
  const other = () => csvOptions({ ...DEFAULTS, delimiter: 'other' });
  expect(other).toThrow(expect.objectContaining({ code: 'param-required' }));
  const twice = [
    { column: 'a', type: 'text' },
    { column: 'a', type: 'date' },
  ];
  const types = () => csvOptions({ ...DEFAULTS, types: twice });
  expect(types).toThrow(expect.objectContaining({ code: 'list-repeats' }));
});

it('says that no file was chosen', async () => {
  const run = (node as RunNode<object>).run({
    params: { ...DEFAULTS, file: null },
    inputs: {},
    context: {} as NodeContext,
  });
  await expect(run).rejects.toMatchObject({ code: 'dataset-not-chosen', path: '/file' });
});
