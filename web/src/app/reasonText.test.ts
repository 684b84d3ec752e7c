import { expect, test } from 'vitest';
import { types } from '../../../test/web/catalogue.ts';
import { reasonText, type ReasonWorld } from './reasonText.ts';

const type = {
  ...types.find(({ type: name }) => name === 'filter')!,
  params: {
    type: 'object',
    properties: {
      method: {
        type: 'string',
        title: 'Method',
        enum: ['mean', 'median'],
        ui: { widget: 'choice', labels: { mean: 'Mean: the usual', median: 'Median' } },
      },
      mark: { type: 'boolean', title: 'Mark', ui: { widget: 'flag' } },
    },
  },
  paramTexts: { method: { title: 'método', labels: { mean: 'média', median: 'mediana' } } },
};

const world = (locale: 'en' | 'pt-BR'): ReasonWorld => ({
  locale,
  type,
  titleOf: (node) => `Node ${node}`,
  flag: (value) => (value ? 'on' : 'off'),
});

test('a change is told by the titles and choices of the form', () => {
  const params = { params: ['method'], from: 'mean', to: 'median' };
  const reason = { code: 'params-changed', params } as const;
  expect(reasonText(reason, world('en'))).toBe('The setting “Method” changed from Mean to Median.');
  expect(reasonText(reason, world('pt-BR'))).toBe(
    'O parâmetro “método” mudou de média para mediana.',
  );
  const flag = { params: ['mark'], from: false, to: true };
  expect(reasonText({ code: 'params-changed', params: flag }, world('en'))).toBe(
    'The setting “Mark” changed from off to on.',
  );
});

test('inputs and other nodes are called as people know them; what is not known keeps its name', () => {
  const failed = { code: 'upstream-failed', params: { nodes: ['x'] } } as const;
  expect(reasonText(failed, world('en'))).toContain('Node x');
  const changed = { code: 'input-changed', params: { inputs: ['table', 'gone'] } } as const;
  expect(reasonText(changed, world('en'))).toContain('“table” and “gone”');
  expect(reasonText({ code: 'first-run' }, { ...world('en'), type: undefined })).toBe(
    'It has not run before.',
  );
});
