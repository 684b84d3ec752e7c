/** The query process: answers calls until the server ends it. A call that fails leaves the others alone. */
import { fromThrown, toData } from '#schemas/errors.ts';
import type { FromQueryChild, ToQueryChild } from './messages.ts';
import { lookups } from './lookups.ts';
import { keepCompiledCode, type Parent } from './parent.ts';
import type { RunMemory } from './runChild.ts';

/** Takes what the caller sent, gives what it receives: plain JSON both. */
export type QueryMethod = (params: never, signal: AbortSignal) => Promise<unknown>;

export interface QueryChildOptions {
  readonly parent: Parent<ToQueryChild, FromQueryChild>;
  readonly load: (memory: QueryMemory) => Promise<ReadonlyMap<string, QueryMethod>>;
}

/** Results are kept for the runs that come; what a look did is no part of any step's history. */
export type QueryMemory = Pick<RunMemory, 'find' | 'keepResult'>;

export function serveQueries({ parent, load }: QueryChildOptions): void {
  const working = new Map<number, AbortController>();
  const asked = lookups(parent.send);
  const loaded = load({
    find: asked.find,
    keepResult: (key, text) => parent.send({ type: 'keep', results: [[key, text]] }),
  });
  const prepare = async (): Promise<void> => {
    await loaded;
    parent.send({ type: 'ready' });
    keepCompiledCode();
  };
  // What cannot be loaded is told by each call.
  prepare().catch(() => {});

  const answer = async (id: number, method: string, params: unknown): Promise<void> => {
    const cancel = new AbortController();
    working.set(id, cancel);
    try {
      const found = (await loaded).get(method);
      if (!found) throw new Error(`The query process has no method ${method}.`);
      cancel.signal.throwIfAborted();
      const value = await found(params as never, cancel.signal);
      parent.send({ type: 'result', id, value });
    } catch (thrown) {
      const error = fromThrown(thrown);
      if (error.kind === 'bug' && thrown instanceof Error) {
        parent.send({ type: 'log', message: thrown.stack ?? thrown.message });
      }
      parent.send({ type: 'error', id, error: toData(error) });
    } finally {
      working.delete(id);
    }
  };

  parent.listen((message) => {
    switch (message.type) {
      case 'call':
        void answer(message.id, message.method, message.params);
        break;
      case 'cancel':
        working.get(message.id)?.abort();
        break;
      case 'found':
        asked.found(message);
        break;
    }
  });
}
