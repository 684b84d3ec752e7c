import { expect, test } from 'vitest';
import { sayIn } from '../../../test/web/say.ts';
import type { StepForecast } from '../api.ts';
import { forecastText } from './forecastText.ts';

const told = (locale: 'en' | 'pt-BR', more: Partial<StepForecast>): string =>
  forecastText(
    { cached: false, reason: { code: 'first-run' }, ...more },
    {
      say: sayIn(locale),
      locale,
      why: ({ code }) => `<${code}>`,
      titleOf: (step) => step.toUpperCase(),
      answerOf: (_, port) => `${port}!`,
    },
  );

test('a step after an approval waits for it, then runs or not', () => {
  const after = [{ step: 'ask', answer: 'yes' }];
  expect(told('en', { after })).toBe(
    'Waits for an answer at “ASK” (yes!). Then it runs. <first-run>',
  );
  const cached = { after, cached: true, reason: { code: 'unchanged' } } as const;
  expect(told('pt-BR', cached)).toBe(
    'Espera uma resposta em “ASK” (yes!). Depois o resultado já calculado é reaproveitado.',
  );
});

test('a step after what acts is told of it, and for which case the rest is said', () => {
  const after = [{ step: 'send' }, { step: 'save' }];
  expect(told('en', { after, cached: true })).toBe(
    'First, “SEND” and “SAVE” act on the outside world again. ' +
      'Then, if what comes in is the same as before, the result computed before is used again.',
  );
  expect(told('pt-BR', { after: [{ step: 'send' }], open: true })).toBe(
    'Antes, “SEND” age de novo no mundo externo. ' +
      'Depois ele executa, a não ser que já exista um resultado para o que chegar.',
  );
});

test('a subflow is not told of besides what asks in it', () => {
  const after = [{ step: 'gate/ask', answer: 'yes' }, { step: 'gate' }, { step: 'gates' }];
  expect(told('en', { after })).toBe(
    'Waits for an answer at “GATE/ASK” (yes!). First, “GATES” acts on the outside world again. ' +
      'Then it runs. <first-run>',
  );
});

test('with nothing before it, a step runs, is used again, is left out, or only the run can tell', () => {
  expect(told('en', {})).toBe('Will run. <first-run>');
  expect(told('en', { open: true })).toContain('unless a result is kept');
  expect(told('en', { skipped: true, reason: { code: 'not-selected' } })).toContain('pinned');
  expect(told('en', { skipped: true, reason: { code: 'branch-not-taken' } })).toContain('branch');
  expect(told('en', { cached: true, reason: { code: 'pinned' } })).toContain('Pinned');
});
