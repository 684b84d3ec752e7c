/** Documents that cannot run are told everything that is wrong with them, with its place, before anything runs. */
import { expect, test } from 'vitest';
import { parse } from '#nodes/sdk/expressions/text/parse.ts';
import type { Pipeline } from '#schemas/types.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { actor, sharedServices } from '../support/services.ts';
import { expectFailed, expectWords, options, run, type Said } from './support/badInput.ts';

const shared = sharedServices(options);

const sample = ['sample-data', { name: 'iris' }] as const;
const version = (document: Pipeline, to: number): Pipeline => ({
  ...document,
  nodes: document.nodes.map((node) => ({ ...node, version: to })),
});

const cases: readonly (readonly [name: string, document: Pipeline, said: Said])[] = [
  [
    'a param of another type',
    pipeline({ nodes: { a: ['neural-network', { epochs: 'many' }] } }),
    {
      code: 'value-wrong-type',
      en: /“a”.*epochs.*a whole number/,
      pt: /“a”.*epochs.*número inteiro/,
    },
  ],
  [
    'a formula without a part that it needs',
    pipeline({
      nodes: { a: sample, b: ['formula', { expression: { kind: 'call', fn: 'add' } }] },
      wires: ['a.table > b.table'],
    }),
    { code: 'value-missing', en: /“b”.*expression › args/, pt: /“b”.*expression › args/ },
  ],
  [
    'a param beyond its limits',
    pipeline({ nodes: { a: ['neural-network', { epochs: 0 }] } }),
    { code: 'value-too-small', en: /“a”.*epochs/, pt: /“a”.*epochs/ },
  ],
  [
    'a param that the type does not know',
    pipeline({ nodes: { a: ['scale', { methd: 'robust' }] } }),
    { code: 'field-unknown', en: /“a”.*“methd”/, pt: /“a”.*“methd”/ },
  ],
  [
    'a type that is not installed',
    pipeline({ nodes: { a: ['no-such-node'] } }),
    { code: 'node-type-unknown', en: /“a”.*“no-such-node”/, pt: /“a”.*“no-such-node”/ },
  ],
  [
    'a type of a newer version',
    version(pipeline({ nodes: { a: sample } }), 99),
    { code: 'node-version-newer', en: /“Sample data”.*99/, pt: /“Dados de exemplo”.*99/ },
  ],
  [
    'a port that is not there',
    pipeline({ nodes: { a: sample, b: ['scale'] }, wires: ['a.rows > b.table'] }),
    { code: 'edge-port-unknown', en: /“rows”/, pt: /“rows”/ },
  ],
  [
    'a circle',
    pipeline({
      nodes: { a: ['scale'], b: ['fill-missing'] },
      wires: ['a.table > b.table', 'b.table > a.table'],
    }),
    {
      code: 'graph-cycle',
      en: /Scale numbers → Fill missing values → Scale numbers/,
      pt: /Pôr números na mesma escala → Preencher valores ausentes → Pôr números na mesma escala/,
    },
  ],
  [
    'two wires into one input',
    pipeline({
      nodes: { a: sample, b: sample, c: ['scale'] },
      wires: ['a.table > c.table', 'b.table > c.table'],
    }),
    { code: 'input-wired-twice', en: /“Scale numbers”/, pt: /“Pôr números na mesma escala”/ },
  ],
  [
    'a name of a file that leads elsewhere',
    pipeline({
      nodes: { a: sample, b: ['save-data', { name: '../../out' }] },
      wires: ['a.table > b.table'],
    }),
    { code: 'text-wrong-form', en: /“b”.*name/, pt: /“b”.*name/ },
  ],
];

test.each(cases)('%s', async (_, document, said) => {
  const { pipelines, runs } = shared.esteira;
  const wrong = await pipelines.check(actor, document);
  const found = wrong.find(({ code }) => code === said.code);
  expect(found, JSON.stringify(wrong)).toBeDefined();
  expectWords(found!, said);
  const refused: unknown = await runs
    .start(actor, { source: { document } })
    .catch((error: unknown) => error);
  expect(wrong.map(({ code }) => code)).toContain((refused as { code: string }).code);
  // An unfinished document is kept as it was given.
  const { id } = await pipelines.create(actor, document);
  const { document: kept } = await pipelines.get(actor, id);
  expect(kept.nodes.map(({ params }) => params)).toEqual(
    document.nodes.map(({ params }) => params),
  );
  expect(kept.edges).toEqual(document.edges);
});

test.each([
  ['x + * 2', 'en', 5],
  ['SE(x > 1,5; 2', 'pt-BR', 14],
  ['x > "abc', 'en', 5],
] as const)('the formula %s, with the position', (text, locale, position) => {
  const parsed = parse(text, locale);
  if (!('error' in parsed)) throw new Error('It was understood.');
  expect(parsed.position + 1).toBe(position);
  const { error, params } = parsed;
  expectWords(
    { code: error, params },
    {
      code: error,
      en: new RegExp(`${position}|“${position}”`),
      pt: new RegExp(`${position}`),
    },
  );
});

test.each([
  [{ kind: 'literal', value: 'x', type: 'int64' }, 'expression-malformed', /“a”/],
  [{ kind: 'column', name: 'petals' }, 'column-unknown', /“a”.*“petals”/],
  [{ kind: 'call', fn: 'no_such', args: [] }, 'expression-function-unknown', /“a”.*“?no_such”?/i],
] as const)(
  'a formula that is no tree, or names what is not there: %j',
  async (expression, code, words) => {
    const ended = await run(shared.esteira, {
      nodes: { data: sample, a: ['formula', { expression }] },
      wires: ['data.table > a.table'],
    });
    expectFailed(ended, 'a', { code, en: words, pt: words });
  },
);
