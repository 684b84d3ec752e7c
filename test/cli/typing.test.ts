import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EsteiraError } from '#schemas/errors.ts';
import type { NodeType, Parameter } from '#schemas/types.ts';
import { validate } from '#schemas/validate.ts';
import { assign } from '#server/cli/run/assign.ts';
import type { TemplateSummary } from '#server/services/types.ts';
import { type } from './support/terminal.ts';

test('what is not understood ends with 2 and says what there is', async () => {
  const cases = [
    [['rum'], ['“rum”', 'start', 'validate']],
    [['run'], ['<pipeline.json | bundle.zip | template>', 'run --help']],
    [['run', 'classify', 'surplus'], ['“surplus”']],
    [['run', 'classify', '--sead', '1'], ['“--sead”']],
    [['run', 'classify', '-x'], ['“-x”']],
    [['run', 'classify', '--seed'], ['--seed']],
    [
      ['run', 'classify', '--seed', '1.5'],
      ['--seed', '4294967295'],
    ],
    [['run', 'classify', '--seed=-1'], ['--seed']],
    [['run', 'classify', '--seed', '4294967296'], ['--seed']],
    [['run', 'classify', '--json=1'], ['--json']],
    [
      ['run', 'classify', '--set', 'file'],
      ['--set', 'name=value'],
    ],
    [['run', 'classify', '--set', '=x'], ['--set']],
    [
      ['run', 'classify', '--set', 'taget=y'],
      ['“taget”', '“file” and “target”'],
    ],
    [['run', 'classify', '--set', '__proto__=y'], ['“__proto__”']],
    [
      ['run', 'clasify'],
      ['“clasify”', 'classify', 'regress'],
    ],
    [['nodes', '--jason'], ['“--jason”']],
    [['validate'], ['<pipeline.json>']],
    [['constructor'], ['“constructor”']],
  ] as const;
  for (const [words, parts] of cases) {
    const { code, said, noted } = await type(words);
    expect([code, said, noted.length], words.join(' ')).toEqual([2, [], 1]);
    for (const part of parts) expect(noted[0], words.join(' ')).toContain(part);
  }
  const { noted } = await type(['rum'], { locale: 'pt-BR' });
  expect(noted[0]).toBe(
    'Não há comando “rum”. Há estes: “start”, “run”, “validate”, “nodes”, “templates” e “help”. Use um deles.',
  );
});

test('help names every command; each tells its options; nothing typed is not understood', async () => {
  const { code, said } = await type(['help']);
  expect(code).toBe(0);
  for (const name of ['start', 'run', 'validate', 'nodes', 'templates', 'help']) {
    expect(said[0]).toContain(`esteira ${name}`);
    const own = await type([name, '--help'], { locale: 'pt-BR' });
    expect([own.code, own.noted]).toEqual([0, []]);
    expect(own.said[0]).toContain(`Uso: esteira ${name}`);
  }
  expect((await type(['run', '-h'])).said[0]).toContain('--out dir');
  expect((await type([])).code).toBe(2);
  expect((await type(['--version'])).said[0]).toMatch(/^\d+\.\d+\.\d+$/);
});

test('node types and templates are listed for people and for programs', async () => {
  const nodes = await type(['nodes', '--json']);
  expect([nodes.code, nodes.said.length]).toEqual([0, 1]);
  const types = JSON.parse(nodes.said[0]!) as NodeType[];
  expect(types.flatMap((each) => validate('node-type', each))).toEqual([]);
  expect(types.map((each) => each.type)).toContain('csv-file');
  const listed = await type(['nodes'], { locale: 'pt-BR' });
  expect(listed.said.join('\n')).toContain(types[0]!.summary['pt-BR']);
  const templates = await type(['templates', '--json']);
  const summaries = JSON.parse(templates.said[0]!) as TemplateSummary[];
  expect(summaries.map(({ id }) => id)).toEqual(expect.arrayContaining(['classify', 'regress']));
  expect((await type(['templates'])).said.join('\n')).toContain('--set target=');
});

const parameters: readonly Parameter[] = [
  { name: 'text', type: 'text' },
  { name: 'number', type: 'number' },
  { name: 'whole', type: 'integer' },
  { name: 'flag', type: 'boolean' },
  { name: 'column', type: 'column' },
  { name: 'columns', type: 'columns' },
  { name: 'any', type: 'json' },
  { name: 'file', type: 'dataset' },
];

test('a value is read by its parameter’s type', () => {
  const settings = [
    'text=1,5 = a',
    'number=-1.5e3',
    'whole=42',
    'flag=true',
    'column=preço = R$',
    'columns=a, b c,d',
    'any={"a":[1,null]}',
    'file=folder/a=b.csv',
  ];
  expect(assign(parameters, settings)).toEqual({
    values: {
      text: '1,5 = a',
      number: -1500,
      whole: 42,
      flag: true,
      column: 'preço = R$',
      columns: ['a', 'b c', 'd'],
      any: { a: [1, null] },
    },
    files: [{ parameter: 'file', path: 'folder/a=b.csv' }],
  });
  expect(assign(parameters, ['whole=1', 'whole=2', 'text=']).values).toEqual({
    whole: 2,
    text: '',
  });
  expect(assign(parameters, ['columns=["a,b"]']).values).toEqual({ columns: ['a,b'] });
});

test('a value of another type is refused with the parameter’s name', () => {
  for (const wrong of ['number=1,5', 'number=', 'whole=1.5', 'flag=sim', 'any={', 'columns=[1]']) {
    const name = wrong.split('=')[0]!;
    expect(() => assign(parameters, [wrong]), wrong).toThrow(`The parameter “${name}” is`);
  }
});

test('every number and every text comes through as it was typed', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string(),
      (number, text) => {
        const { values } = assign(parameters, [`number=${String(number)}`, `text=${text}`]);
        expect(values['number'] === number || (number === 0 && values['number'] === 0)).toBe(true);
        expect(values['text']).toBe(text);
      },
    ),
  );
});

test('a name of no parameter is refused, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      fc.pre(!name.includes('=') && !parameters.some((each) => each.name === name));
      expect(() => assign(parameters, [`${name}=1`])).toThrow(EsteiraError);
    }),
  );
});
