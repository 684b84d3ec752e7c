/** What the next run would do with a step, in words. */
import type { Locale, Reason } from '#schemas/types.ts';
import type { StepForecast } from '../api.ts';
import type { Say } from '../i18n/useText.ts';

export type ForecastWords = {
  readonly say: Say;
  readonly locale: Locale;
  readonly why: (reason: Reason) => string;
  readonly titleOf: (step: string) => string;
  /** Of an output of a step that asks. */
  readonly answerOf: (step: string, port: string) => string;
};

export function forecastText(told: StepForecast, words: ForecastWords): string {
  const { say, why } = words;
  const { cached, reason, skipped, open, after = [] } = told;
  if (reason.code === 'pinned') return say('forecast.pinned');
  if (skipped) {
    const isUnneeded = reason.code === 'not-selected';
    return say(isUnneeded ? 'forecast.unneeded' : 'forecast.leftOut');
  }
  const first = firstText(after, words);
  if (first === '') {
    if (cached) return say('forecast.cached');
    return open ? say('forecast.open') : say('forecast.run', { reason: why(reason) });
  }
  return `${first} ${thenText(told, words)}`;
}

function thenText(
  { cached, open, reason, after = [] }: StepForecast,
  words: ForecastWords,
): string {
  const { say, why } = words;
  if (open) return say('forecast.then.open');
  if (!cached) return say('forecast.then.run', { reason: why(reason) });
  // What a person lets go on comes as it came in; what acts may give something else this time.
  const isSure = after.every(({ answer }) => answer !== undefined);
  return say(isSure ? 'forecast.then.cached' : 'forecast.then.cachedIf');
}

type Awaited = NonNullable<StepForecast['after']>;

function firstText(after: Awaited, { say, locale, titleOf, answerOf }: ForecastWords): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  // Around a step that is named, the node that holds it says nothing more.
  const told = after.filter(({ step }) => !after.some((each) => each.step.startsWith(`${step}/`)));
  const asks = told.flatMap(({ step, answer }) =>
    answer === undefined ? [] : [`“${titleOf(step)}” (${answerOf(step, answer)})`],
  );
  const acts = told
    .filter(({ answer }) => answer === undefined)
    .map(({ step }) => `“${titleOf(step)}”`);
  const texts: string[] = [];
  if (asks.length > 0) texts.push(say('forecast.asks', { asks: list.format(asks) }));
  if (acts.length > 0) {
    texts.push(say('forecast.acts', { count: acts.length, acts: list.format(acts) }));
  }
  return texts.join(' ');
}
