/** The value of a param as a person reads it in a sentence. */
import { isFormulaText } from '#schemas/parameters.ts';
import type { Locale } from '#schemas/types.ts';
import { choiceName } from '../app/choiceLabel.ts';
import type { Field } from '../form/model/types.ts';
import type { Say } from '../i18n/useText.ts';

export type ValueWords = {
  readonly say: Say;
  readonly locale: Locale;
  /** The text of an expression tree; absent while the grammar is not loaded. */
  readonly print?: ((expression: object, locale: Locale) => string) | undefined;
};

/** More of a list than this is counted. */
const MOST_ITEMS = 8;
const LONGEST = 240;

/** `field` is undefined for a param that the type does not know any more. */
export function valueText(value: unknown, field: Field | undefined, words: ValueWords): string {
  const { say } = words;
  if (value !== undefined) return short(textOf(value, field, words));
  const preset = field?.schema.default;
  return preset === undefined || preset === null
    ? say('compare.value.none')
    : say('compare.value.default', { value: short(textOf(preset, field, words)) });
}

function textOf(value: unknown, field: Field | undefined, words: ValueWords): string {
  const { say, locale, print } = words;
  if (value === null || value === undefined || value === '') return say('compare.value.none');
  if (Array.isArray(value)) return listText(value, field, words);
  const choice = field?.choices.find((each) => each.value === value);
  if (choice !== undefined) return choiceName(choice.label);
  if (typeof value === 'boolean') return say(value ? 'compare.value.yes' : 'compare.value.no');
  if (typeof value === 'number') {
    const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 }).format(value);
    return field?.unit === undefined ? number : `${number} ${field.unit}`;
  }
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return JSON.stringify(value);
  if ('dataset' in value && 'hash' in value) {
    // A file under the same name may hold other data: the first digits of its hash tell.
    return `${String(value.dataset)} (${String(value.hash).slice(0, 8)})`;
  }
  if ('$param' in value) return say('compare.value.param', { name: String(value.$param) });
  if (isFormulaText(value)) return value.$formula;
  if ('kind' in value && print !== undefined) return print(value, locale);
  return Object.entries(value)
    .map(([name, inner]) => {
      const item = field?.items.find((each) => each.name === name);
      return `${item?.title ?? name}: ${textOf(inner, item, words)}`;
    })
    .join(', ');
}

function listText(list: readonly unknown[], field: Field | undefined, words: ValueWords): string {
  if (list.length === 0) return words.say('compare.value.nothing');
  const items = list.slice(0, MOST_ITEMS).map((item) => textOf(item, field, words));
  const isFlat = list.every((item) => typeof item !== 'object');
  const more = list.length - items.length;
  if (more > 0) items.push(words.say('compare.value.more', { count: more }));
  return items.join(isFlat ? ', ' : '; ');
}

const short = (text: string): string => {
  const letters = Array.from(text);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : text;
};
