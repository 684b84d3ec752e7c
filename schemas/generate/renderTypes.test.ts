import { expect, test } from 'vitest';
import { renderTypes } from './renderTypes.ts';

function typesOf(schema: Record<string, unknown>): string {
  const [, ...rest] = renderTypes([{ title: 'Root', $id: 'urn:x', ...schema }]).split('\n\n');
  return rest.join('\n\n').trim();
}

test('an object has required and optional fields, and quotes what is no identifier', () => {
  const schema = {
    type: 'object',
    required: ['a'],
    additionalProperties: false,
    properties: { a: { type: 'integer' }, 'pt-BR': { type: 'string', description: 'Words.' } },
  };
  expect(typesOf(schema)).toBe(
    "export type Root = {\n  readonly a: number;\n  /** Words. */\n  readonly 'pt-BR'?: string;\n};",
  );
});

test('an open object is a record, with its values where they are known', () => {
  expect(typesOf({ type: 'object', additionalProperties: true })).toBe(
    'export type Root = Readonly<Record<string, unknown>>;',
  );
  expect(typesOf({ type: 'object', additionalProperties: { type: 'number' } })).toBe(
    'export type Root = Readonly<Record<string, number>>;',
  );
});

test('choices are unions, lists of them are bracketed', () => {
  const items = { anyOf: [{ type: 'string' }, { type: 'null' }] };
  expect(typesOf({ type: 'array', items })).toBe('export type Root = readonly (string | null)[];');
  expect(typesOf({ enum: ['a', 1, null] })).toBe("export type Root = 'a' | 1 | null;");
  expect(typesOf({ type: ['number', 'null'] })).toBe('export type Root = number | null;');
});

test('a reference is a name, and with fields of its own an extension', () => {
  const $defs = { Base: { type: 'object', properties: { a: { const: 1 } } } };
  const own = { $ref: '#/$defs/Base', type: 'object', properties: { b: { $ref: 'urn:x' } } };
  expect(typesOf({ ...own, $defs })).toBe(
    'export type Root = Base & {\n  readonly b?: Root;\n};\n\n' +
      'export type Base = {\n  readonly a?: 1;\n};',
  );
});

test('what it would leave out in silence is an error', () => {
  expect(() => typesOf({ type: 'string', contentEncoding: 'base64' })).toThrow('contentEncoding');
  expect(() => typesOf({ $ref: 'urn:nowhere' })).toThrow('urn:nowhere');
  const twice = { title: 'Root', $id: 'urn:x', type: 'string' };
  expect(() => renderTypes([twice, twice])).toThrow('Root');
});
