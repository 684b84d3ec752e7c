import type {
  ErrorData,
  ErrorKind,
  Locale,
  Localized,
  MessageParams,
  NodeName,
  NodeType,
  Problem,
} from '../types.ts';
import { errorArea, errorEntry } from './catalogue.ts';
import { formatMessage, type Titles } from './format.ts';

/** An error in words. */
export type Description = {
  /** What happened, where, with which value. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
};

/**
 * The words of node folders, in both languages: their own messages by code (<type>.<name>), the titles of types by their
 * names and those of ports by <type>:<port> (`titleKey`).
 */
export type ExtraMessages = Readonly<
  Record<string, Readonly<Record<Locale, { readonly message: string; readonly remedy?: string }>>>
>;

/** An EsteiraError, or what travels of one. */
export type ErrorLike = Pick<ErrorData, 'code' | 'kind' | 'params'> & {
  readonly node?: string | undefined;
  readonly path?: string | undefined;
  /** What people call the node, where that is known beside its id. */
  readonly called?: NodeName | undefined;
};

type Described = Pick<ErrorLike, 'code' | 'params' | 'node' | 'called'>;

const nodeTitle = { en: 'A node cannot go on', 'pt-BR': 'Um nó não pode continuar' };
const statusOf: Readonly<Record<ErrorKind, number>> = { user: 422, operational: 503, bug: 500 };

/**
 * The error in a reader's language. Names the node unless the message itself does. `extra` holds
 * the messages of node folders; a code that nobody knows is shown with its params.
 */
export function describe(error: Described, locale: Locale, extra: ExtraMessages = {}): Description {
  const { message, remedy } = describeMessage(error.code, error.params, locale, extra);
  if (error.node === undefined || errorArea(error.code)?.namesNodes === true)
    return { message, remedy };
  const name = formatMessage(
    '{name}',
    { name: error.called ?? error.node },
    locale,
    titlesIn(extra),
  );
  return { message: `${locale === 'en' ? 'Node' : 'Nó'} “${name}”: ${message}`, remedy };
}

/** The words of a code, for a note or a line of a log. */
export function describeMessage(
  code: string,
  params: MessageParams,
  locale: Locale,
  extra: ExtraMessages = {},
): Description {
  const own = Object.hasOwn(extra, code) ? extra[code]?.[locale] : undefined;
  const text = errorEntry(code)?.[locale] ?? own;
  if (text === undefined) return unknownCode(code, params, locale);
  return {
    message: sentence(formatMessage(text.message, params, locale, titlesIn(extra))),
    remedy:
      text.remedy === undefined ? '' : formatMessage(text.remedy, params, locale, titlesIn(extra)),
  };
}

export const titleKey = (type: string, port?: string): string =>
  port === undefined ? type : `${type}:${port}`;

function titlesIn(extra: ExtraMessages): Titles {
  return (type, port) => {
    const key = titleKey(type, port);
    const words = Object.hasOwn(extra, key) ? extra[key] : undefined;
    return words && { en: words.en.message, 'pt-BR': words['pt-BR'].message };
  };
}

/** The error as HTTP answers it (RFC 9457). */
export function toProblem(error: ErrorLike, locale: Locale, extra: ExtraMessages = {}): Problem {
  const { message, remedy } = describe(error, locale, extra);
  return {
    type: `urn:esteira:error:${error.code}`,
    title: (errorArea(error.code)?.title ?? nodeTitle)[locale],
    status: errorEntry(error.code)?.status ?? statusOf[error.kind],
    detail: message,
    code: error.code,
    kind: error.kind,
    remedy,
    params: error.params,
    ...(error.node === undefined ? {} : { node: error.node }),
    ...(error.path === undefined ? {} : { path: error.path }),
  };
}

/** A message may open with a param that is a lower-case word. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function unknownCode(code: string, params: MessageParams, locale: Locale): Description {
  const values = Object.entries(params).map(([name, value]) => {
    const isPlain = typeof value !== 'object' || value === null;
    return `${name} = ${isPlain ? String(value) : JSON.stringify(value)}`;
  });
  const detail = values.length === 0 ? code : `${code} (${values.join(', ')})`;
  const entry = errorEntry('unexpected')?.[locale];
  if (entry === undefined) throw new Error('The catalogue has no entry for unexpected errors');
  return {
    message: formatMessage(entry.message, { detail }, locale),
    remedy: formatMessage(entry.remedy, {}, locale),
  };
}

type Message = { readonly message: string; readonly remedy?: string };

/** The words that published node types bring. */
export function wordsOfTypes(types: Iterable<NodeType>): ExtraMessages {
  const words: [string, Readonly<Record<Locale, Message>>][] = [];
  for (const { type, title, inputs, outputs, messages } of types) {
    words.push([type, said(title)]);
    for (const port of [...inputs, ...outputs]) {
      words.push([titleKey(type, port.name), said(port.title)]);
    }
    for (const [id, en] of Object.entries(messages.en) as [string, Message][]) {
      words.push([`${type}.${id}`, { en, 'pt-BR': messages['pt-BR'][id] ?? en }]);
    }
  }
  return Object.fromEntries(words);
}

const said = (text: Localized): Readonly<Record<Locale, Message>> => ({
  en: { message: text.en },
  'pt-BR': { message: text['pt-BR'] },
});
