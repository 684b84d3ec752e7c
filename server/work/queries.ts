/** The server's side of short work in the query process: calls with a time limit that can be cancelled. */
import { EsteiraError, fromData } from '#schemas/errors.ts';
import type { Child, Exit } from './child.ts';
import type { FromQueryChild, ToQueryChild, WorkBatch } from './messages.ts';
import { watchMemory } from './watchMemory.ts';
import { whyEnded } from './whyEnded.ts';

export type QueryChildProcess = Child<ToQueryChild, FromQueryChild>;

export interface QueryHost {
  start(): QueryChildProcess;
  readonly memoryMegabytes: number;
  /** Results by key, as far as they are kept. */
  find(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  keep(results: WorkBatch['results']): Promise<void>;
  log(message: string, cause?: unknown): void;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Seconds until it ends with `query-too-long`. */
  readonly seconds: number;
}

interface Call {
  readonly method: string;
  readonly params: unknown;
  settle(settled: { value: unknown } | { error: Error }): void;
}

/** Milliseconds that a cancelled query has to stop by itself. */
const PATIENCE = 1500;

/** One process, started when it is first needed and again after its death. */
export class Queries {
  readonly #host: QueryHost;
  readonly #calls = new Map<number, Call>();
  /** Cancelled calls that have not stopped yet. */
  readonly #leaving = new Map<number, NodeJS.Timeout>();
  /** Calls that were at work when the process died: one after the other shows which one killed it. */
  readonly #suspects: number[] = [];
  #child: QueryChildProcess | undefined;
  #lastId = 0;
  #closed = false;

  constructor(host: QueryHost) {
    this.#host = host;
  }

  /** Loads the process before it is needed. */
  warm(): void {
    this.#running();
  }

  async call<T>(method: string, params: unknown, { signal, seconds }: CallOptions): Promise<T> {
    if (signal?.aborted) throw new EsteiraError('cancelled', {});
    if (this.#closed) throw new EsteiraError('server-stopping', {});
    const id = ++this.#lastId;
    return new Promise<T>((resolve, reject) => {
      const stop = (error: EsteiraError): void => {
        this.#leave(id);
        call.settle({ error });
      };
      const cancel = (): void => stop(new EsteiraError('cancelled', {}));
      const timer = setTimeout(
        () => stop(new EsteiraError('query-too-long', { seconds })),
        seconds * 1000,
      );
      const call: Call = {
        method,
        params,
        settle: (settled) => {
          this.#calls.delete(id);
          this.#clear(id);
          clearTimeout(timer);
          signal?.removeEventListener('abort', cancel);
          if ('error' in settled) reject(settled.error);
          else resolve(settled.value as T);
        },
      };
      signal?.addEventListener('abort', cancel, { once: true });
      this.#calls.set(id, call);
      this.#send(id);
    });
  }

  /** At once, or after the suspects: they have the process for themselves. */
  #send(id: number): void {
    if (this.#suspects.length > 0) this.#suspects.push(id);
    else this.#sendNow(id);
  }

  #sendNow(id: number): void {
    const { method, params } = this.#calls.get(id)!;
    this.#running().send({ type: 'call', id, method, params });
  }

  #clear(id: number): void {
    const at = this.#suspects.indexOf(id);
    if (at < 0) return;
    this.#suspects.splice(at, 1);
    if (at === 0 && this.#suspects.length > 0 && !this.#closed) this.#sendNow(this.#suspects[0]!);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const child = this.#child;
    this.#child = undefined;
    for (const call of this.#calls.values()) {
      call.settle({ error: new EsteiraError('server-stopping', {}) });
    }
    for (const timer of this.#leaving.values()) clearTimeout(timer);
    child?.kill();
    await child?.exited;
  }

  #running(): QueryChildProcess {
    if (this.#child) return this.#child;
    const child = this.#host.start();
    this.#child = child;
    let overMemory = false;
    const unwatch = watchMemory(child.pid, this.#host.memoryMegabytes * 1024 ** 2, () => {
      overMemory = true;
      child.kill();
    });
    child.listen((message) => this.#hear(message, child));
    void this.#follow(child, () => {
      unwatch();
      return overMemory;
    });
    return child;
  }

  async #follow(child: QueryChildProcess, end: () => boolean): Promise<void> {
    const exit = await child.exited;
    const overMemory = end();
    if (this.#child === child) this.#replace(exit, overMemory);
  }

  #hear(message: FromQueryChild, child: QueryChildProcess): void {
    switch (message.type) {
      case 'result':
        this.#settle(message.id, { value: message.value });
        break;
      case 'error':
        this.#settle(message.id, { error: fromData(message.error) });
        break;
      case 'lookup':
        this.#host.find(message.names).then(
          (texts) => child.send({ type: 'found', id: message.id, texts: [...texts] }),
          (cause: unknown) => this.#host.log('Kept results could not be read.', cause),
        );
        break;
      case 'keep':
        this.#host
          .keep(message.results)
          .catch((cause: unknown) => this.#host.log('Results could not be kept.', cause));
        break;
      case 'log':
        this.#host.log(message.message);
        break;
      default:
    }
  }

  #settle(id: number, settled: Parameters<Call['settle']>[0]): void {
    clearTimeout(this.#leaving.get(id));
    this.#leaving.delete(id);
    this.#calls.get(id)?.settle(settled);
  }

  #leave(id: number): void {
    this.#child?.send({ type: 'cancel', id });
    const child = this.#child;
    const timer = setTimeout(() => child?.kill(), PATIENCE);
    this.#leaving.set(id, timer.unref());
  }

  /** A call that was alone with the process when it died is the cause; of several, none is blamed yet. */
  #replace(exit: Exit, overMemory: boolean): void {
    this.#child = undefined;
    for (const timer of this.#leaving.values()) clearTimeout(timer);
    const wasEnded = this.#leaving.size > 0;
    this.#leaving.clear();
    if (!wasEnded) this.#host.log('The query process ended.', exit);
    const [suspect] = this.#suspects;
    const waiting = new Set(this.#suspects.slice(1));
    const atWork = [...this.#calls.keys()].filter((id) => !waiting.has(id));
    if (!wasEnded && atWork.length === 1) {
      const error = whyEnded(exit, this.#host.memoryMegabytes, overMemory, 'query-died');
      this.#calls.get(atWork[0]!)!.settle({ error });
    } else if (wasEnded || suspect !== undefined) {
      for (const id of atWork) this.#sendNow(id);
    } else {
      this.#suspects.push(...atWork);
      if (atWork.length > 0) this.#sendNow(atWork[0]!);
    }
  }
}
