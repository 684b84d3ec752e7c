import type { ErrorData, ErrorKind, MessageParams } from '../types.ts';
import { errorKind, type ErrorCode, type NodeErrorCode, type ParamsOf } from './catalogue.ts';
import { describe, type ErrorLike } from './describe.ts';

export type ErrorOptions = {
  /** The id of the node, or the step id. */
  readonly node?: string | undefined;
  /** JSON Pointer into the document or into the node's params. */
  readonly path?: string | undefined;
  readonly cause?: unknown;
  /** For a node's own errors; codes of the catalogue bring their kind. */
  readonly kind?: ErrorKind | undefined;
};

class CodedError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly params: MessageParams;
  readonly node: string | undefined;
  readonly path: string | undefined;

  constructor(code: string, params: MessageParams, options: ErrorOptions = {}) {
    const { node, path, cause, kind } = options;
    const { message } = describe({ code, params, node }, 'en');
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'EsteiraError';
    this.code = code;
    this.kind = kind ?? errorKind(code);
    this.params = params;
    this.node = node;
    this.path = path;
  }
}

type EsteiraErrorConstructor = {
  readonly prototype: EsteiraError;
  new <C extends ErrorCode | NodeErrorCode>(
    code: C,
    params: ParamsOf<C>,
    options?: ErrorOptions,
  ): EsteiraError;
};

/**
 * The one error class. `new EsteiraError('column-unknown', { column, known })`: the compiler asks
 * for the params that the code's messages use, which a class's own constructor could not make it
 * do. Its `message` is English, for logs and stack traces; readers get `describe(error, locale)`.
 */
export const EsteiraError: EsteiraErrorConstructor = CodedError;
export type EsteiraError = CodedError;

/** What travels in events and between processes: everything except the words and the cause. */
export function toData(error: ErrorLike): ErrorData {
  const { code, kind, params, node, path } = error;
  return {
    code,
    kind,
    params,
    ...(node === undefined ? {} : { node }),
    ...(path === undefined ? {} : { path }),
  };
}

export function fromData(data: ErrorData): EsteiraError {
  // The code may be one that this version does not know: it is described by its params then.
  return new EsteiraError(data.code as NodeErrorCode, data.params, data);
}
