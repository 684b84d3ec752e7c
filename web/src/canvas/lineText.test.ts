import { expect, test } from 'vitest';
import type { NodeType, Parameter } from '#schemas/types.ts';
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
