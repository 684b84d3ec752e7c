/** The way from a child process to the server process that made it. */
import { flushCompileCache } from 'node:module';

export interface Parent<To, From> {
  readonly send: (message: From) => void;
  readonly listen: (listener: (message: To) => void) => void;
  /** Ends this process once everything that was sent has gone out. */
  readonly leave: (code?: number) => void;
}

/** A child whose server is gone has nobody to work for, so it ends. */
export function connectParent<To, From extends object>(): Parent<To, From> {
  if (!process.send) throw new Error('This file is started by Esteira itself, not by hand.');
  process.once('disconnect', () => process.exit(0));
  // Ctrl-C reaches every process of the terminal; the server decides what becomes of a run.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  let pending = 0;
  let leaving: number | undefined;
  const settle = (): void => {
    if (leaving !== undefined && pending === 0) process.exit(leaving);
  };
  return {
    send(message) {
      pending += 1;
      process.send!(message, undefined, undefined, () => {
        pending -= 1;
        settle();
      });
    },
    listen: (listener) => void process.on('message', (message) => listener(message as To)),
    leave(code = 0) {
      leaving = code;
      settle();
    },
  };
}

/** What was compiled while loading serves the next process too, however this one ends. */
export const keepCompiledCode = flushCompileCache;

/** The settings that the parent started this process with. */
export function childSettings(): unknown {
  return JSON.parse(process.argv[2] ?? '{}');
}
