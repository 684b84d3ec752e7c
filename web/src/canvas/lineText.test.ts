import { expect, test } from 'vitest';
import type { Json, NodeType, Parameter } from '#schemas/types.ts';
import { lineText, type Given } from './lineText.ts';

const type = {
  line: { en: 'target: {target} by {method_label}', 'pt-BR': 'alvo: {target} por {method_label}' },
  params: {
    properties: {
      target: { default: '' },
      method: { default: 'mean', ui: { labels: { mean: 'Mean: sum by count', mode: 'Mode' } } },
    },
  },
  paramTexts: { method: { labels: { mean: 'Média: soma por contagem', mode: 'Moda' } } },
} as unknown as NodeType;

const parameters: readonly Parameter[] = [
  { name: 'what', type: 'column', default: 'price' },
  { name: 'how', type: 'text' },
];

function line(params: object, given: Given['values'] = {}, locale: 'en' | 'pt-BR' = 'en'): string {
  const node = { id: 'a', type: 't', version: 1, params: { ...params }, position: { x: 0, y: 0 } };
  return lineText(type, node, { locale, given: { parameters, values: given } });
}

test('values and the names of choices stand in the line, by language', () => {
  expect(line({ target: 'y' })).toBe('target: y by Mean');
  expect(line({ target: 'y', method: 'mode' }, {}, 'pt-BR')).toBe('alvo: y por Moda');
});

test('a parameter is told by what it stands for: the value given, its default, else its name', () => {
  const bound = { target: { $param: 'what' }, method: { $param: 'how' } };
  expect(line(bound)).toBe('target: price by {how}');
  expect(line(bound, { what: 'age', how: 'mode' })).toBe('target: age by Mode');
  expect(line({ target: { $param: 'gone' } })).toBe('target: {gone} by Mean');
  expect(line({ target: { $param: 'toString' } })).toBe('target: {toString} by Mean');
});

test('what is counted and not given yet is told by its name', () => {
  const lists = {
    line: { en: '{columns, plural, =0 {all} other {# columns}}', 'pt-BR': '' },
    params: { properties: { columns: { type: 'array', default: [] } } },
    paramTexts: {},
  } as unknown as NodeType;
  const of = (columns: Json): string => {
    const node = { id: 'a', type: 't', version: 1, params: { columns }, position: { x: 0, y: 0 } };
    return lineText(lists, node, { locale: 'en', given: { parameters, values: {} } });
  };
  expect(of({ $param: 'how' })).toBe('{how} columns');
  expect(of(['a', 'b'])).toBe('2 columns');
  expect(of('a')).toBe('? columns');
});

test('a subflow is told by its name', () => {
  const subflow = {
    line: { en: '{definition}', 'pt-BR': '{definition}' },
    params: {
      properties: { definition: { type: 'string', default: '', ui: { widget: 'definition' } } },
    },
    paramTexts: {},
  } as unknown as NodeType;
  const of = (definition: string): string => {
    const params = { definition };
    const node = { id: 'a', type: 't', version: 1, params, position: { x: 0, y: 0 } };
    const given = { parameters, values: {}, definitions: { clean: { name: 'Cleaning' } } };
    return lineText(subflow, node, { locale: 'en', given });
  };
  expect([of('clean'), of('constructor')]).toEqual(['Cleaning', 'constructor']);
});
