/** A query process whose methods misbehave in every way that a query can. */
import { setTimeout as pause } from 'node:timers/promises';
import { EsteiraError } from '#schemas/errors.ts';
import type { FromQueryChild, ToQueryChild } from '#server/work/messages.ts';
import { connectParent } from '#server/work/parent.ts';
import { type QueryMethod, serveQueries } from '#server/work/queryChild.ts';

const methods: readonly (readonly [string, QueryMethod])[] = [
  ['echo', async (value: unknown) => value],
  ['pid', async () => process.pid],
  ['sleep', async (ms: number, signal) => pause(ms, 'slept', { signal })],
  [
    'refuse',
    async () => Promise.reject(new EsteiraError('column-unknown', { column: 'a', known: [] })),
  ],
  ['die', async () => process.kill(process.pid, 'SIGKILL')],
  [
    'spin',
    async (ms: number) => {
      const end = performance.now() + ms;
      let turns = 0;
      while (performance.now() < end) turns += 1;
      return turns;
    },
  ],
];

serveQueries({
  parent: connectParent<ToQueryChild, FromQueryChild>(),
  load: async () => new Map(methods),
});
