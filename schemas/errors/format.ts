// ICU messages to text. Values come from documents and data of anybody, so each is cut to a length
// and freed of control characters, and nothing in it is read as ICU or as markup.
import type { IntlMessageFormat } from 'intl-messageformat';
import type { Locale, Localized, MessageParam, MessageParams, NodeName } from '../types.ts';
import { parseMessage, usesOf, type Use } from './icu.ts';
import { wordFor } from './words.ts';

/** What a type of node, or a port of it, is called; undefined where nobody knows. */
export type Titles = (type: string, port?: string) => Localized | undefined;

const noTitles: Titles = () => undefined;

/** `alike` holds what more than one node of the message is called. */
type Reader = {
  readonly locale: Locale;
  readonly titles: Titles;
  readonly alike: ReadonlySet<string>;
};

type Compiled = { readonly format: IntlMessageFormat; readonly uses: ReadonlyMap<string, Use> };

const longestText = 300;
const longestList = 10;
const typeParams = new Set(['expected', 'found', 'left', 'right', 'field']);
const compiled = new Map<string, Compiled>();

/** The text of an ICU message; a param that is not given shows as "?". */
export function formatMessage(
  message: string,
  params: MessageParams,
  locale: Locale,
  titles: Titles = noTitles,
): string {
  const { format, uses } = compile(message, locale);
  const given = [...uses].map(([name, use]) => {
    return { name, use, value: Object.hasOwn(params, name) ? params[name] : undefined };
  });
  const reader = { locale, titles, alike: calledAlike(given, { locale, titles }) };
  const values = given.map(({ name, use, value }): [string, string | number] => {
    return [name, display(value, name, use, reader)];
  });
  return format.format<string>(Object.fromEntries(values)) as string;
}

/** The params that a message uses, each with the most demanding way in which it does. */
export function placeholders(message: string): ReadonlyMap<string, Use> {
  return compile(message, 'en').uses;
}

function compile(message: string, locale: Locale): Compiled {
  const key = `${locale} ${message}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const format = parseMessage(message, locale);
  const fresh = { format, uses: usesOf(format) };
  compiled.set(key, fresh);
  return fresh;
}

function display(
  value: MessageParam | undefined,
  name: string,
  use: Use,
  reader: Reader,
): string | number {
  const { locale } = reader;
  if (use === 'number') return Array.isArray(value) ? value.length : Number(value ?? Number.NaN);
  if (use === 'choice' && isEmpty(value)) return 'none';
  if (value === undefined) return '?';
  if (isList(value)) return list(value, name, reader);
  if (isNodeName(value)) return nameOf(value, reader);
  if (typeof value === 'number') return plainNumber(value, locale);
  const text = String(value);
  return clean(typeParams.has(name) ? wordFor(text, locale) : text);
}

type Items = readonly (string | number | NodeName)[];

function isList(value: MessageParam): value is Items {
  return Array.isArray(value);
}

function isNodeName(value: MessageParam): value is NodeName {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nodes one after the other, each leading to the next. */
const WAY = 'way';

function said(item: Items[number], reader: Reader): string {
  if (typeof item === 'number') return plainNumber(item, reader.locale);
  return typeof item === 'string' ? clean(item) : nameOf(item, reader);
}

/** A node that nobody gave a name is called what its type is called, as on its card; without a catalogue, by its id. */
function titleOf(
  { node, type, label }: NodeName,
  { locale, titles }: Pick<Reader, 'locale' | 'titles'>,
): string {
  return label ?? titles(type)?.[locale] ?? node;
}

/** Where several nodes of one message are called the same, the id tells them apart. */
function calledAlike(
  given: readonly { readonly value: MessageParam | undefined }[],
  reader: Pick<Reader, 'locale' | 'titles'>,
): ReadonlySet<string> {
  const owners = new Map<string, string>();
  const alike = new Set<string>();
  for (const { value } of given) {
    for (const item of value !== undefined && isList(value) ? value : [value ?? '']) {
      if (!isNodeName(item)) continue;
      const title = titleOf(item, reader);
      if ((owners.get(title) ?? item.node) !== item.node) alike.add(title);
      owners.set(title, item.node);
    }
  }
  return alike;
}

function nameOf(named: NodeName, reader: Reader): string {
  const { locale, titles, alike } = reader;
  const { node, type, port } = named;
  const title = titleOf(named, reader);
  const name = alike.has(title) && title !== node ? `${title} (${node})` : title;
  if (port === undefined) return clean(name);
  return clean(`${name} › ${titles(type, port)?.[locale] ?? port}`);
}

function isEmpty(value: MessageParam | undefined): boolean {
  return value === undefined || value === null || value === '' || (isList(value) && !value.length);
}

function list(items: Items, name: string, reader: Reader): string {
  const { locale } = reader;
  if (items.length === 0) return '—';
  if (name === WAY) return items.map((item) => said(item, reader)).join(' → ');
  const types = typeParams.has(name);
  const shown = items.slice(0, longestList).map((item) => {
    if (typeof item === 'number') return plainNumber(item, locale);
    return types && typeof item === 'string'
      ? clean(wordFor(item, locale))
      : `“${said(item, reader)}”`;
  });
  if (items.length > longestList) {
    shown.push(
      locale === 'en' ? `${items.length - longestList} more` : `mais ${items.length - longestList}`,
    );
  }
  return new Intl.ListFormat(locale, { type: types ? 'disjunction' : 'conjunction' }).format(shown);
}

/** All the digits that a double carries, with the language's decimal sign. */
function plainNumber(value: number, locale: Locale): string {
  const tiny = value !== 0 && (Math.abs(value) < 1e-6 || Math.abs(value) >= 1e15);
  return new Intl.NumberFormat(locale, {
    maximumSignificantDigits: 15,
    notation: tiny ? 'scientific' : 'standard',
  }).format(value);
}

function clean(text: string): string {
  const visible = text
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');
  return visible.length > longestText
    ? `${visible.slice(0, longestText).toWellFormed()}…`
    : visible;
}
