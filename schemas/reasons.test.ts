import { expect, test } from 'vitest';
import { placeholders } from './errors/format.ts';
import { describeReason, reasons } from './reasons.ts';
import { schemas } from './schemas.ts';
import type { ReasonCode } from './types.ts';

const codes = schemas['run-event'].$defs.ReasonCode.enum as readonly ReasonCode[];

test('every reason has words with the same params in both languages', () => {
  expect(Object.keys(reasons).toSorted()).toEqual(codes.toSorted());
  for (const words of Object.values(reasons)) {
    expect([...placeholders(words['pt-BR']).keys()]).toEqual([...placeholders(words.en).keys()]);
  }
});

test('what changed is named where it is known', () => {
  const params = { params: ['rate', 'epochs'] };
  expect(describeReason({ code: 'params-changed', params }, 'en')).toBe(
    'These settings changed: “rate” and “epochs”.',
  );
  expect(describeReason({ code: 'params-changed' }, 'pt-BR')).toBe('As configurações mudaram.');
  const one = { params: ['método'], from: 'média', to: 'mediana' };
  expect(describeReason({ code: 'params-changed', params: one }, 'pt-BR')).toBe(
    'O parâmetro “método” mudou de média para mediana.',
  );
});

test.each(codes)('%s is a sentence without params too', (code) => {
  for (const locale of ['en', 'pt-BR'] as const) {
    expect(describeReason({ code }, locale)).toMatch(/^[\p{Lu}][^{}?]+\.$/u);
  }
});
