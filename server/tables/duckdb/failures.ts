/** What DuckDB throws, in Esteira's words. The original stays as the cause; no SQL reaches a reader. */
import { EsteiraError } from '#schemas/errors.ts';

export interface FailureContext {
  readonly memoryMegabytes: number;
  readonly signal?: AbortSignal | undefined;
}

const NO_SPACE = /no space left|not enough space|disk full|max_temp_directory_size|ENOSPC/i;
const GONE = /no files found that match|cannot open file|no such file/i;
const DAMAGED = /no magic bytes|invalid parquet|too small to be a parquet|don't know what type/i;
const SNAPSHOT = /([0-9a-f]{64})/;

/** Errors of the language itself (TypeError, …) are mistakes of ours and come back as they are. */
export function fromDuckDb(thrown: unknown, context: FailureContext): Error {
  if (thrown instanceof EsteiraError) return thrown;
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  const options = { cause };
  const text = cause.message;
  if (context.signal?.aborted === true) return new EsteiraError('cancelled', {}, options);
  if (LANGUAGE.has(cause.name)) return cause;
  if (NO_SPACE.test(text) || hasCode(cause, 'ENOSPC'))
    return new EsteiraError('disk-full', {}, options);
  if (/^Out of Memory Error|bad_alloc|allocation failure/i.test(text))
    return new EsteiraError('out-of-memory', { megabytes: context.memoryMegabytes }, options);
  if (/^INTERRUPT/i.test(text)) return new EsteiraError('interrupted', {}, options);
  if (DAMAGED.test(text)) return new EsteiraError('artifact-damaged', {}, options);
  const hash = SNAPSHOT.exec(text)?.[1];
  if (GONE.test(text) && hash !== undefined)
    return new EsteiraError('artifact-unknown', { hash }, options);
  return new EsteiraError('query-failed', { detail: plain(text) }, options);
}

const LANGUAGE = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError']);

/** The first line without DuckDB's prefix: later lines quote the statement. */
function plain(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.replace(/^[A-Za-z ]+ Error: /, '').replace(/[.!]+$/, '');
}

function hasCode(error: Error, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}
