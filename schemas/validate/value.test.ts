import { Type, type TSchema } from 'typebox';
import { describe, expect, test } from 'vitest';
import { EsteiraError, toData, toProblem } from '../errors.ts';
import type { JsonSchema } from '../schemas.ts';
import { validate, validateParams } from '../validate.ts';

function messages(schema: TSchema, value: unknown): string[] {
  const object = Type.Object({ it: schema }, { additionalProperties: false });
  return validateParams(object as unknown as JsonSchema, { it: value }).map(
    (error) => `${error.code}: ${error.message}`,
  );
}

const unit = Type.Union([
  Type.Object({ kind: Type.Literal('count'), n: Type.Integer() }),
  Type.Object({ kind: Type.Literal('share'), share: Type.Number({ maximum: 1 }) }),
]);

describe('each keyword in plain words', () => {
  test.each<[TSchema, unknown, string]>([
    [Type.Integer(), 'x', 'value-wrong-type: “it” must be a whole number, and it is text.'],
    [Type.Integer(), 1.5, 'value-wrong-type: “it” must be a whole number, and it is a number.'],
    [Type.String(), null, 'value-wrong-type: “it” must be text, and it is empty.'],
    [
      Type.Array(Type.Any()),
      {},
      'value-wrong-type: “it” must be a list, and it is a group of fields.',
    ],
    [Type.Boolean(), [], 'value-wrong-type: “it” must be true or false, and it is a list.'],
    [Type.Integer({ minimum: 1 }), 0, 'value-too-small: “it” is 0; it must be 1 or more.'],
    [Type.Number({ maximum: 1 }), 1.5, 'value-too-large: “it” is 1.5; it must be 1 or less.'],
    [
      Type.Number({ exclusiveMinimum: 0 }),
      0,
      'value-not-above: “it” is 0; it must be more than 0.',
    ],
    [
      Type.Number({ exclusiveMaximum: 1 }),
      1,
      'value-not-below: “it” is 1; it must be less than 1.',
    ],
    [
      Type.Integer({ multipleOf: 8 }),
      9,
      'value-not-multiple: “it” is 9; it must be a multiple of 8.',
    ],
    [Type.String({ minLength: 1 }), '', 'text-too-short: “it” needs at least 1 character.'],
    [Type.String({ maxLength: 2 }), 'abc', 'text-too-long: “it” may have at most 2 characters.'],
    [
      Type.String({ pattern: '^a' }),
      'b',
      'text-wrong-form: “it” is “b”, which does not have the required form (^a).',
    ],
    [
      Type.String({ format: 'date' }),
      '2024-13-01',
      'text-wrong-form: “it” is “2024-13-01”, which does not have the required form (date).',
    ],
    [
      Type.Array(Type.Any(), { minItems: 1 }),
      [],
      'list-too-short: “it” has no items; at least 1 needed.',
    ],
    [
      Type.Array(Type.Any(), { maxItems: 1 }),
      [1, 2],
      'list-too-long: “it” has 2 items; at most 1 allowed.',
    ],
    [
      Type.Array(Type.Any(), { uniqueItems: true }),
      [1, 2, 1],
      'list-repeats: “it” has the same item twice, at positions 1 and 3.',
    ],
    [
      Type.Union([Type.Literal('a'), Type.Literal('b')]),
      'c',
      'value-not-among: “it” is “c”, and only these are possible: “a” and “b”.',
    ],
    [Type.Literal(3), 4, 'value-not-among: “it” is 4, and only these are possible: 3.'],
    [
      Type.Union([Type.String(), Type.Null()]),
      1,
      'value-wrong-type: “it” must be text or empty, and it is a number.',
    ],
    [
      unit,
      { kind: 'share', share: 2 },
      'value-too-large: “it › share” is 2; it must be 1 or less.',
    ],
    [
      unit,
      { kind: 'other' },
      'value-fits-none: “it” fits none of the forms that are possible here.',
    ],
    [Type.Array(unit), [{ kind: 'count' }], 'value-missing: “it › item 1 › n” is missing.'],
  ])('%j of %j', (schema, value, message) => {
    expect(messages(schema, value)).toEqual([message]);
  });

  test('fields that are missing or too many are named', () => {
    const schema = Type.Object({ rate: Type.Number() }, { additionalProperties: false });
    const errors = validateParams(schema as unknown as JsonSchema, { raet: 1 }, 'train');
    expect(errors.map((error) => [error.path, error.node, error.message])).toEqual([
      ['/rate', 'train', 'Node “train”: “rate” is missing.'],
      ['/raet', 'train', 'Node “train”: “raet” is not known here. Known are: “rate”.'],
    ]);
  });
});

test('a reference to a parameter may stand for any value, and for what is around it nothing is hidden', () => {
  const schema = Type.Object(
    {
      rate: Type.Number(),
      mode: Type.Union([Type.Literal('a'), Type.Literal('b')]),
      columns: Type.Array(Type.String()),
      count: Type.Integer({ minimum: 1 }),
    },
    { additionalProperties: false },
  ) as unknown as JsonSchema;
  const reference = { $param: 'x' };
  const params = { rate: reference, mode: reference, columns: ['a', reference], count: 0 };
  expect(validateParams(schema, params).map((error) => error.path)).toEqual(['/count']);
  const wrong = { ...params, rate: { $param: 'x', more: 1 }, count: 1 };
  expect(validateParams(schema, wrong).map((error) => error.path)).toEqual(['/rate']);
});

test('a mistake in a node is told of the node', () => {
  const value = {
    format: 1,
    name: 'x',
    nodes: [{ id: 'train', type: 't', version: 1, params: {}, position: { x: 0, y: 'a' } }],
    edges: [{ from: { node: 'train' }, to: { node: 'a', port: 'b' } }],
    definitions: {},
    parameters: [],
    seed: 0,
  };
  expect(
    validate('pipeline', value).map((error) => [error.node, error.path, error.message]),
  ).toEqual([
    [
      'train',
      '/nodes/0/position/y',
      'Node “train”: “position › y” must be a number, and it is text.',
    ],
    [undefined, '/edges/0/from/port', '“edges › item 1 › from › port” is missing.'],
  ]);
});

test('a value with very many mistakes gets some of them, soon', () => {
  const nodes = Array.from({ length: 20_000 }, () => ({
    id: '',
    wrong: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  }));
  const errors = validate('pipeline', { nodes });
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.length).toBeLessThanOrEqual(50);
});

describe('the other schemas', () => {
  const base = { run: 'r1', seq: 1, time: '2026-11-23T10:00:00.000Z' };

  test('events: each has its own fields, and no others', () => {
    const reason = { code: 'params-changed', params: { params: ['rate'] } };
    const started = { ...base, type: 'node-started', step: 'a/b', reason };
    expect(validate('run-event', started)).toEqual([]);
    expect(validate('run-event', { ...base, type: 'run-queued' })).toEqual([]);
    expect(validate('run-event', { ...started, reason: { code: 'because' } })).not.toEqual([]);
    expect(validate('run-event', { ...started, rows: 1 })).not.toEqual([]);
    expect(validate('run-event', { ...started, seq: 0 })).not.toEqual([]);
    expect(validate('run-event', { ...started, time: 'yesterday' })).not.toEqual([]);
  });

  test('results: what the command line prints', () => {
    const error = toData(new EsteiraError('columns-none', {}, { node: 'b' }));
    const result = {
      run: 'r1',
      status: 'failed',
      seed: 7,
      error,
      nodes: {
        a: { status: 'done', reason: { code: 'first-run' }, ms: 1.5, rows: 3 },
        'for/0/b': { status: 'failed', reason: { code: 'first-run' }, error },
        c: { status: 'cached', reason: { code: 'unchanged' }, report: { metrics: { r2: null } } },
      },
    };
    expect(validate('run-result', result)).toEqual([]);
    expect(validate('run-result', { ...result, status: 'ok' })).not.toEqual([]);
  });

  test('node types, with the schema of their params', () => {
    const words = { en: 'Scale', 'pt-BR': 'Padronizar' };
    const port = { name: 'table', type: 'table', title: words, required: true, many: false };
    const type = {
      type: 'scale',
      version: 2,
      category: 'clean',
      kind: 'fit',
      title: words,
      summary: words,
      synonyms: { en: ['standardise'], 'pt-BR': [] },
      formerly: ['normalise'],
      params: Type.Object({ method: Type.String({ ui: { widget: 'text' } }) }),
      paramTexts: { method: { title: 'Método' } },
      line: words,
      messages: { en: { gone: { message: 'Gone.' } }, 'pt-BR': { gone: { message: 'Sumiu.' } } },
      inputs: [port],
      outputs: [{ ...port, type: 'any', sameAs: 'table' }],
      random: false,
      effect: false,
      previews: false,
      help: words,
      icon: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    };
    expect(validate('node-type', type)).toEqual([]);
    expect(validate('node-type', { ...type, category: 'magic' })).not.toEqual([]);
    expect(validate('node-type', { ...type, title: { en: 'Scale' } })).not.toEqual([]);
    expect(validateParams(type.params as unknown as JsonSchema, { method: 1 })).not.toEqual([]);
  });

  test('problems, data sets, tables and models', () => {
    const problem = toProblem(new EsteiraError('unauthorized', {}), 'pt-BR');
    expect(validate('error', problem)).toEqual([]);
    const dataset = {
      name: 'churn.csv',
      hash: 'a'.repeat(64),
      bytes: 12,
      format: 'csv',
      createdAt: base.time,
    };
    expect(validate('dataset', dataset)).toEqual([]);
    expect(validate('dataset', { ...dataset, hash: 'A'.repeat(64) })).not.toEqual([]);
    const column = { name: '__proto__', type: 'text', meaning: 'category', role: 'feature' };
    const partition = { kind: 'folds', count: 5 };
    expect(validate('table-schema', { columns: [column], partition })).toEqual([]);
    expect(validate('table-schema', { columns: [{ ...column, type: 'int32' }] })).not.toEqual([]);
    const plan = { op: 'input', columns: [column] };
    const hash = 'a'.repeat(64);
    const model = {
      format: 1,
      task: 'classification',
      target: column,
      classes: ['no', 'yes'],
      signature: { inputs: [column], outputs: [] },
      plan,
      features: ['__proto__'],
      preconditions: [],
      estimator: { type: 'x', version: 1, params: {}, kind: 'x', json: {}, arrays: hash },
      training: {
        table: { kind: 'table', plan, base: plan, steps: [] },
        seed: 1,
        rows: { train: 2, validation: 0 },
        categories: [{ column: '__proto__', values: ['a'] }],
        facts: {},
      },
      example: null,
    };
    expect(validate('model', model)).toEqual([]);
    expect(validate('model', { ...model, task: 'guessing' })).not.toEqual([]);
    expect(validate('model', { ...model, secret: 1 })).not.toEqual([]);
  });
});
