/** What the parts of a report share: what they tell of, and how it is said. */
import { describeMessage, type Description, type ExtraMessages } from '#schemas/errors.ts';
import type { Locale, MessageParams } from '#schemas/types.ts';
import type { RunFacts } from '../facts.ts';
import type { Format } from '../format.ts';
import type { Graph, Step } from '../steps.ts';
import type { Say } from '../words.ts';

export interface World {
  readonly facts: RunFacts;
  readonly graph: Graph;
  /** Of node folders: their messages and titles. */
  readonly words: ExtraMessages;
  readonly locale: Locale;
  readonly say: Say;
  readonly format: Format;
}

export function describeIn(
  { words, locale }: World,
  code: string,
  params: MessageParams,
): Description {
  return describeMessage(code, params, locale, words);
}

export const stateWords = ({ say }: World, step: Step): string =>
  say(`report.step.${step.result?.status ?? 'none'}`);
