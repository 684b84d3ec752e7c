import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunEvent } from '#schemas/types.ts';
import { Journal, type JournalEntry, type JournalRun } from '#server/work/journal.ts';
import { NOTHING } from '#server/work/messages.ts';

const runOf = (id: string): JournalRun => {
  return { id, workspace: 'w', actor: 'a', name: 'n', pipeline: null };
};

/** A disk that writes slowly, and not at all when it is told so. */
function disk({ fails = () => false }: { fails?: (commit: number) => boolean } = {}) {
  const events = new Map<string, RunEvent[]>();
  const commits: (readonly JournalEntry[])[] = [];
  let writing = 0;
  const store = {
    async commit(entries: readonly JournalEntry[]) {
      expect(writing++).toBe(0);
      await new Promise((resolve) => setTimeout(resolve, 1));
      writing--;
      commits.push(entries);
      if (fails(commits.length)) throw new Error('disk full');
      for (const { run, events: news } of entries) {
        events.set(run.id, [...(events.get(run.id) ?? []), ...news]);
      }
    },
    lastSeq: async (run: string) => events.get(run)?.at(-1)?.seq ?? 0,
  };
  return { store, events, commits };
}

const started = { ...NOTHING, events: [{ type: 'run-started' as const }] };

test('numbers run from 1 without gaps, whatever is lost', async () => {
  const writes = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 30 });
  const lost = fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(writes, lost, fc.boolean(), async (runs, failing, pausing) => {
      const { store, events } = disk({ fails: (commit) => failing.includes(commit) });
      const journal = new Journal(store);
      const heard: RunEvent[] = [];
      for (const id of ['a', 'b']) journal.listen(id, (news) => heard.push(...news));
      const written: Promise<unknown>[] = [];
      for (const id of runs) {
        written.push(journal.write(runOf(id), started).catch(() => {}));
        if (pausing) await new Promise((resolve) => setImmediate(resolve));
      }
      await Promise.all(written);
      for (const id of ['a', 'b']) {
        const kept = events.get(id) ?? [];
        expect(kept.map((event) => event.seq)).toEqual(kept.map((_, at) => at + 1));
        expect(heard.filter((event) => event.run === id)).toEqual(kept);
      }
    }),
    { numRuns: 30 },
  );
});

test('what comes while a batch is written goes out together with the next', async () => {
  const { store, commits } = disk();
  const journal = new Journal(store);
  const writes = Array.from({ length: 100 }, () => journal.write(runOf('a'), started));
  await writes[0];
  const more = Array.from({ length: 100 }, () => journal.write(runOf('b'), started));
  await Promise.all([...writes, ...more]);
  expect(commits).toHaveLength(2);
});

test('who wrote what was lost is told', async () => {
  const { store, events } = disk({ fails: (commit) => commit === 1 });
  const journal = new Journal(store);
  await expect(journal.write(runOf('a'), started)).rejects.toThrow('disk full');
  await journal.write(runOf('a'), started);
  expect(events.get('a')!.map((event) => event.seq)).toEqual([1]);
});

test('a listener that left hears nothing more', async () => {
  const { store } = disk();
  const journal = new Journal(store);
  const heard: RunEvent[] = [];
  const leave = journal.listen('a', (news) => heard.push(...news));
  await journal.write(runOf('a'), started);
  leave();
  await journal.write(runOf('a'), started);
  expect(heard).toHaveLength(1);
});
