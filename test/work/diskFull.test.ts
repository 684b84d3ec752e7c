import { expect, onTestFinished, test } from 'vitest';
import { EsteiraError } from '#schemas/errors.ts';
import { forkChild } from '#server/work/child.ts';
import type { WorkEvent } from '#server/work/messages.ts';
import { type RunChildProcess, runInChild } from '#server/work/runProcess.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { temporaryHome, workNodes } from '../support/services.ts';

const document = pipeline({
  nodes: { a: ['fake-number'], s: ['fake-sleep', { ms: 60_000 }] },
  wires: ['a.out > s.a'],
});

test('a run whose events cannot be kept ends, and says so once there is room again', async () => {
  const child: RunChildProcess = forkChild({
    entry: new URL('../../server/worker.ts', import.meta.url),
    settings: { home: await temporaryHome(), nodesDir: workNodes, tableMemory: 64 * 1024 ** 2 },
    heapMegabytes: 64,
  });
  onTestFinished(child.kill);
  const kept: WorkEvent[] = [];
  let wasFull = false;
  const host = {
    async write({ events }: { events: readonly WorkEvent[] }) {
      // Full when the long step begins; the run that is ended for it makes room.
      const begins = events.some((event) => event.type === 'node-started' && event.step === 's');
      if (begins && !wasFull) {
        wasFull = true;
        throw new EsteiraError('disk-full', {});
      }
      kept.push(...events);
    },
    find: async () => new Map<string, string>(),
    log: () => {},
  };
  const job = {
    run: 'r1',
    document: JSON.stringify(document),
    params: {},
    seed: 1,
    targets: null,
    fresh: [],
    done: [],
    answers: [],
  };
  await runInChild(child, job, host, { memoryMegabytes: 2000 }).ended;
  expect(kept.at(-1)).toMatchObject({
    type: 'run-finished',
    status: 'failed',
    error: { code: 'disk-full', kind: 'operational' },
  });
  expect(kept.filter((event) => event.type === 'run-finished')).toHaveLength(1);
  expect((await child.exited).signal).toBe('SIGKILL');
});
