/** One forked process: messages both ways, the end of it, and what it last wrote to its error output. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface ChildOptions {
  readonly entry: URL;
  /** Told to the entry as its only argument, as JSON. */
  readonly settings: unknown;
  /** Of JavaScript heap. */
  readonly heapMegabytes: number;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last of its error output. */
  readonly said: string;
}

export interface Child<To, From> {
  readonly pid: number | undefined;
  /** Resolves when the process is gone, however it went; never rejects. */
  readonly exited: Promise<Exit>;
  readonly send: (message: To) => void;
  /** Replaces the listener. */
  readonly listen: (listener: (message: From) => void) => void;
  /** At once, whatever it is doing. */
  readonly kill: () => void;
}

const SAID = 8192;

export function forkChild<To, From>(options: ChildOptions): Child<To, From> {
  const { entry, settings, heapMegabytes } = options;
  const child = fork(fileURLToPath(entry), [JSON.stringify(settings)], {
    // Not the parent's own flags: a debugger's port or a test runner's loader is not for the child.
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    // Long queries hold threads of libuv's pool; with its default of four, reading a file would wait for them.
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'json',
  });
  const said = tail(child);
  const exited = new Promise<Exit>((resolve) => {
    // 'close' comes after the error output has been read to its end; without a process only 'error' comes.
    child.once('close', (code, signal) => resolve({ code, signal, said: said() }));
    child.once('error', (error) => {
      if (child.pid === undefined) resolve({ code: null, signal: null, said: error.message });
    });
  });
  let listener: ((message: From) => void) | undefined;
  child.on('message', (message) => listener?.(message as From));
  return {
    pid: child.pid,
    exited,
    // A child that is gone is noticed by its exit; what it cannot be told any more needs no error of its own.
    send: (message) => void (child.connected && child.send(message as object, () => {})),
    listen(next) {
      listener = next;
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

function tail(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-SAID);
  });
  return () => text;
}
