import type { ErrorData, ErrorKind, Locale, MessageParams, Problem } from '../types.ts';
import { errorArea, errorEntry } from './catalogue.ts';
import { formatMessage } from './format.ts';

/** An error in words. */
export type Description = {
  /** What happened, where, with which value. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
};

/** A node folder's own messages by code (<type>.<name>), in both languages. */
export type ExtraMessages = Readonly<
  Record<string, Readonly<Record<Locale, { readonly message: string; readonly remedy?: string }>>>
>;

/** An EsteiraError, or what travels of one. */
export type ErrorLike = Pick<ErrorData, 'code' | 'kind' | 'params'> & {
  readonly node?: string | undefined;
  readonly path?: string | undefined;
};

type Described = Pick<ErrorLike, 'code' | 'params' | 'node'>;

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
  const node = locale === 'en' ? 'Node' : 'Nó';
  return { message: `${node} “${error.node}”: ${message}`, remedy };
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
    message: sentence(formatMessage(text.message, params, locale)),
    remedy: text.remedy === undefined ? '' : formatMessage(text.remedy, params, locale),
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
  const values = Object.entries(params).map(([name, value]) => `${name} = ${String(value)}`);
  const detail = values.length === 0 ? code : `${code} (${values.join(', ')})`;
  const entry = errorEntry('unexpected')?.[locale];
  if (entry === undefined) throw new Error('The catalogue has no entry for unexpected errors');
  return {
    message: formatMessage(entry.message, { detail }, locale),
    remedy: formatMessage(entry.remedy, {}, locale),
  };
}
