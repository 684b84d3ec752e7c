/** One request to the server, and what an answer that is no success says. */
import type { ErrorKind, MessageParams, Problem } from '#schemas/types.ts';

/**
 * An answer that is no success (RFC 9457): `message` is in the reader's language. A server that cannot be reached has
 * the code `server-unreachable`.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly kind: ErrorKind;
  readonly remedy: string;
  readonly params: MessageParams;
  readonly node: string | undefined;
  readonly path: string | undefined;

  constructor(problem: Omit<Problem, 'type' | 'title'>, options?: ErrorOptions) {
    super(problem.detail, options);
    this.name = 'ApiError';
    this.status = problem.status;
    this.code = problem.code;
    this.kind = problem.kind;
    this.remedy = problem.remedy;
    this.params = problem.params;
    this.node = problem.node;
    this.path = problem.path;
  }

  get unreachable(): boolean {
    return this.code === 'server-unreachable';
  }
}

export type Asked = {
  readonly signal?: AbortSignal | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

const speech = { locale: 'en' };

/** The language in which the server is to answer from now on. */
export function speak(locale: string): void {
  speech.locale = locale;
}

export const spokenLocale = (): string => speech.locale;

/** The JSON of the answer; undefined where it has no body. Throws ApiError, or the signal's AbortError. */
export async function request<T>(method: string, path: string, asked: Asked = {}): Promise<T> {
  const { signal, json, headers } = asked;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      signal: signal ?? null,
      headers: {
        accept: 'application/json',
        'accept-language': speech.locale,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: json === undefined ? null : JSON.stringify(json),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw unreachable(cause);
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw errorOf(response.status, body);
  return body as T;
}

/** `status` is that of whoever answered in the server's place, such as a proxy; 0 where nobody did. */
export function unreachable(cause?: unknown, status = 0): ApiError {
  const words =
    speech.locale === 'en'
      ? { detail: 'The server does not answer.', remedy: 'Check that it is running, then retry.' }
      : {
          detail: 'O servidor não responde.',
          remedy: 'Confira se ele está ligado e tente de novo.',
        };
  const problem = { ...words, status, code: 'server-unreachable', params: {} } as const;
  return new ApiError({ ...problem, kind: 'operational' }, { cause });
}

/** Of a file that did not go out: whether it can be read at all. A folder, or what was changed or removed since, cannot. */
export async function unsent(file: Blob): Promise<ApiError> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return unreachable();
  } catch (cause) {
    const name = file instanceof File ? file.name : '';
    const words =
      speech.locale === 'en'
        ? {
            detail: `“${name}” cannot be read: it is a folder, or it was changed or removed.`,
            remedy: 'Choose the file again.',
          }
        : {
            detail: `“${name}” não pode ser lido: é uma pasta, ou foi alterado ou removido.`,
            remedy: 'Escolha o arquivo de novo.',
          };
    const problem = { ...words, status: 0, code: 'file-unreadable', params: { file: name } };
    return new ApiError({ ...problem, kind: 'user' }, { cause });
  }
}

/** What is refused comes with words of the server's own; anything else does not come from it. */
export function errorOf(status: number, body: unknown): ApiError {
  return isProblem(body) ? new ApiError(body) : unreachable(undefined, status);
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'detail' in body &&
    typeof body.detail === 'string' &&
    'code' in body &&
    typeof body.code === 'string'
  );
}
