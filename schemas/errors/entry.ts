import type { ErrorKind, Localized } from '../types.ts';

/** The words of one error in one language, as ICU messages over the entry's params. */
export type ErrorText = {
  /** What happened, where, with which value. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
};

export type ErrorEntry = {
  readonly kind: ErrorKind;
  /** HTTP status; by default 422 for user, 503 for operational, 500 for bug. */
  readonly status?: number;
  /** The names that the messages use: whoever throws gives them all. */
  readonly params: readonly string[];
  readonly en: ErrorText;
  readonly 'pt-BR': ErrorText;
};

export type ErrorEntries = Readonly<Record<string, ErrorEntry>>;

/** Errors about one thing; the title is RFC 9457's, equal for all of them. */
export type ErrorArea<E extends ErrorEntries = ErrorEntries> = {
  readonly title: Localized;
  /** The messages say by themselves which node they are about. */
  readonly namesNodes?: boolean;
  readonly entries: E;
};

/** Keeps codes and param names in the static type, so that a throw is checked by the compiler. */
export function defineErrors<const E extends ErrorEntries>(area: ErrorArea<E>): ErrorArea<E> {
  return area;
}
