/** Why a process ended that should not have, in words. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Exit } from './child.ts';

/** What V8 prints before it gives up, and what a failed allocation outside its heap says. */
const NO_MEMORY = /heap out of memory|allocation failed|bad_alloc|Array buffer allocation failed/i;

export function whyEnded(
  exit: Exit,
  allowedMegabytes: number,
  overMemory: boolean,
  code: 'process-died' | 'query-died' = 'process-died',
): EsteiraError {
  if (overMemory || NO_MEMORY.test(exit.said)) {
    return new EsteiraError('out-of-memory', { megabytes: allowedMegabytes }, { cause: exit.said });
  }
  const signal = exit.signal ?? `exit ${exit.code ?? '?'}`;
  return new EsteiraError(code, { signal }, { cause: exit.said });
}
