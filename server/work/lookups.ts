/** A child's questions for what the server keeps, and their answers. */
import type { Lookup } from './messages.ts';

type Texts = ReadonlyMap<string, string>;

export function lookups(
  send: (message: { type: 'lookup'; id: number; what: Lookup; names: readonly string[] }) => void,
) {
  const waiting = new Map<number, (texts: Texts) => void>();
  let last = 0;
  return {
    find: (what: Lookup, names: readonly string[]): Promise<Texts> =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        send({ type: 'lookup', id: last, what, names });
      }),
    found({ id, texts }: { id: number; texts: readonly (readonly [string, string])[] }): void {
      waiting.get(id)?.(new Map(texts));
      waiting.delete(id);
    },
  };
}
