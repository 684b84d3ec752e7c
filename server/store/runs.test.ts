import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { RunRow } from './schema.ts';
import { openStore } from './store.ts';

async function store() {
  const home = await mkdtemp(join(tmpdir(), 'esteira-store-'));
  const opened = await openStore(home);
  onTestFinished(async () => {
    await opened.close();
    await rm(home, { recursive: true, force: true });
  });
  return opened;
}

const TIME = '2026-01-01T00:00:00.000Z';

const row = (id: string): RunRow => ({
  id,
  workspace: 'local',
  actor: 'owner',
  createdAt: TIME,
  pipeline: null,
  name: 'x',
  document: '{}',
  params: '{}',
  targets: null,
  fresh: null,
  seed: 1,
  status: 'queued',
  attempt: 0,
  startedAt: null,
  finishedAt: null,
  error: null,
  idempotencyKey: null,
  trigger: 'person',
  version: null,
});

test('a run is claimed once, and not before it is told to be queued', async () => {
  const { runs, events } = await store();
  await runs.insert(row('a'));
  expect(await runs.claim(TIME)).toBeUndefined();
  const queued = { run: 'a', seq: 1, time: TIME, type: 'run-queued', step: null, data: '{}' };
  await events.append([queued]);
  const claims = await Promise.all([runs.claim(TIME), runs.claim(TIME)]);
  expect(claims.map((claimed) => claimed?.id)).toEqual(['a', undefined]);
  expect(claims[0]).toMatchObject({ status: 'running', attempt: 1 });
});
