import { describe, expect, test } from 'vitest';
import { documentLimits, parsePipeline, validatePipeline } from '../validate.ts';

const empty = {
  format: 1,
  name: 'Empty',
  nodes: [],
  edges: [],
  definitions: {},
  parameters: [],
  seed: 0,
};

function node(id: string): object {
  return { id, type: 'scale', version: 1, params: {}, position: { x: 0, y: 0 } };
}

/** Codes and messages of what is wrong with a text. */
function refusals(text: string): string[] {
  return (parsePipeline(text).errors ?? []).map((error) => `${error.code}: ${error.message}`);
}

describe('a text that is no JSON', () => {
  test('an empty one', () => {
    for (const text of ['', ' \n', '\ufeff']) {
      expect(refusals(text)).toEqual(['document-empty: The document is empty.']);
    }
  });

  test('a truncated one, with line and column', () => {
    const text = JSON.stringify({ ...empty, nodes: [node('a')] }, null, 2);
    expect(refusals(text.slice(0, text.indexOf('"type"') + 3))).toEqual([
      'document-truncated: The document ends too early, at line 7, column 10: the rest is missing.',
    ]);
  });

  test('a wrong character, with line and column', () => {
    expect(refusals('{\n  "format": 1;\n}')).toEqual([
      'document-not-json: The document is not valid JSON: line 2, column 14 has “;” where it cannot stand.',
    ]);
  });

  test('a key that stands twice', () => {
    expect(refusals('{"format": 1, "seed": 1, "seed": 2}')[0]).toMatch(
      /^document-duplicate-key: The field “seed” stands twice .* line 1, column 26/,
    );
  });
});

describe('a document that is too much', () => {
  test('of 50 MB', () => {
    const text = `{"format": 1, "name": "${'x'.repeat(50_000_000)}"}`;
    expect(refusals(text)).toEqual([
      'document-too-large: The document has 50.1 MB; a pipeline may have up to 20 MB.',
    ]);
  });

  test('of more bytes than characters', () => {
    const over = Math.ceil(documentLimits.bytes / 3);
    expect(refusals(`"${'€'.repeat(over)}"`)[0]).toMatch(/^document-too-large/);
    expect(refusals(`"${'x'.repeat(over)}"`)[0]).toMatch(/^value-wrong-type/);
  });

  test('of millions of values', () => {
    expect(refusals(`{"nodes": [${'{},'.repeat(3_000_000)}{}]}`)[0]).toMatch(
      /^document-too-many-values/,
    );
  });

  test('of values within values, as text and as a value', () => {
    expect(refusals(`{"format": 1, "x": ${'['.repeat(100_000)}`)[0]).toMatch(/^document-too-deep/);
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = { deep };
    const { errors } = validatePipeline({ ...empty, nodes: [{ ...node('a'), params: deep }] });
    expect(errors?.map((error) => error.code)).toEqual(['document-too-deep']);
  });

  test('of nodes', () => {
    const nodes = Array.from({ length: 20_001 }, (_, index) => node(`n${index}`));
    expect(validatePipeline({ ...empty, nodes }).errors?.[0]?.message).toBe(
      '“nodes” has 20,001 items; at most 20,000 allowed.',
    );
  });
});

describe('a format', () => {
  test.each([[2], [1000]])('that is newer is refused: %i', (format) => {
    const { errors } = validatePipeline({ anything: 'else', format });
    expect(errors?.map((error) => error.code)).toEqual(['document-newer-format']);
    expect(errors?.[0]?.message).toContain(format.toLocaleString('en'));
  });

  test.each([[undefined], [null], ['1'], [0], [1.5], [-1]])('that is none: %s', (format) => {
    const { errors } = validatePipeline({ ...empty, format });
    expect(errors?.map((error) => error.code)).toEqual(['document-format-unknown']);
  });

  test.each([[null], [[]], ['x'], [1], [undefined]])('of what is no document: %s', (value) => {
    expect(validatePipeline(value).errors?.[0]?.code).toBe('value-wrong-type');
  });
});

describe('names that objects have', () => {
  test('are plain names of nodes, ports, params and definitions', () => {
    const definition = { name: 'x', parameters: [], inputs: [], outputs: [], nodes: [], edges: [] };
    const text = JSON.stringify({
      ...empty,
      nodes: [{ ...node('constructor'), params: { toString: 1, hasOwnProperty: 2 } }],
      definitions: { constructor: definition, valueOf: definition },
    });
    const params = '"params":{"__proto__":{"polluted":true},';
    const { pipeline, errors } = parsePipeline(text.replace('"params":{', params));
    expect(errors).toBeUndefined();
    expect(Object.keys(pipeline?.nodes[0]?.params ?? {})).toContain('__proto__');
    expect({}).not.toHaveProperty('polluted');
  });

  test('are no fields of a document that lacks them', () => {
    const { errors } = validatePipeline({ ...empty, constructor: 1 });
    expect(errors?.map((error) => [error.code, error.path])).toEqual([
      ['field-unknown', '/constructor'],
    ]);
  });

  test('cannot be ids where they begin with an underscore', () => {
    const text = JSON.stringify({ ...empty, nodes: [node('__proto__')] });
    const keyed = text.replace('"definitions":{}', '"definitions":{"__proto__":{}}');
    expect(refusals(keyed)).toEqual(
      expect.arrayContaining([
        'identifier-wrong: Node “__proto__”: “id” is “__proto__”, which cannot be an id.',
        'field-name-not-allowed: The name “__proto__” is not allowed in “definitions”.',
      ]),
    );
  });
});

test('a number beyond the largest double is refused, as text and as a value', () => {
  const text = JSON.stringify({ ...empty, nodes: [{ ...node('a'), params: { x: 1 } }] });
  const message =
    'document-number-infinite: The number 1e999 is too large to be kept; the largest is about 1.8e308.';
  expect(refusals(text.replace('"x":1', '"x":1e999'))).toEqual([message]);
  const { errors } = validatePipeline(JSON.parse(text.replace('"x":1', '"x":1e999')));
  expect(errors?.map((error) => error.code)).toEqual(['document-number-infinite']);
});

test('half of a character is refused', () => {
  const { errors } = validatePipeline({ ...empty, description: 'a\ud800' });
  expect(errors?.map((error) => error.code)).toEqual(['text-not-unicode']);
});

test('two nodes with one id are refused, in definitions too, as are two parameters', () => {
  const inner = { name: 'x', parameters: [], inputs: [], outputs: [], edges: [] };
  const { errors } = validatePipeline({
    ...empty,
    nodes: [node('a'), node('a')],
    parameters: [
      { name: 'p', type: 'text' },
      { name: 'p', type: 'number' },
    ],
    definitions: { d: { ...inner, nodes: [node('a'), node('b'), node('b')] } },
  });
  expect(errors?.map((error) => [error.code, error.path])).toEqual([
    ['node-id-repeated', '/nodes/1/id'],
    ['parameter-repeated', '/parameters/1/name'],
    ['node-id-repeated', '/definitions/d/nodes/2/id'],
  ]);
});

test('notes are kept; two of one id are refused', () => {
  const note = { id: 'n', text: '*x*', position: { x: 0, y: 0 }, width: 240, height: 120 };
  expect(validatePipeline({ ...empty, notes: [note] }).pipeline?.notes).toEqual([note]);
  const { errors } = validatePipeline({ ...empty, notes: [note, note] });
  expect(errors?.map((error) => [error.code, error.path])).toEqual([
    ['note-id-repeated', '/notes/1/id'],
  ]);
});

test('an unfinished pipeline opens: loose wires and unknown types are no reason to refuse it', () => {
  const edges = [{ from: { node: 'gone', port: 'x' }, to: { node: 'a', port: 'y' } }];
  const { pipeline } = validatePipeline({ ...empty, nodes: [node('a')], edges });
  expect(pipeline?.edges).toEqual(edges);
});
