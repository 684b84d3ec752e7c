/** What went wrong with all its causes, in a file of the home: for whoever mends it, never for whoever reads a page. */
import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';

export type Log = (message: string, cause?: unknown) => void;

/** One earlier file is kept beside the current one. */
const LARGEST = 5_000_000;

/** The home need not exist yet. A log that cannot be written must not keep anything from working. */
export function openLog(home: string): Log {
  const file = join(home, 'esteira.log');
  return (message, cause) => {
    const detail = cause === undefined ? '' : ` ${inspect(cause, { depth: 5 })}`;
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) {
        renameSync(file, `${file}.1`);
      }
      appendFileSync(file, `${new Date().toISOString()} ${message}${detail}\n`, { mode: 0o600 });
    } catch {
      // The disk is full or the home is gone: whoever asked is told so by the failure itself.
    }
  };
}
