import { expect, onTestFinished, test, vi } from 'vitest';
import { testPipeline } from '../../../../test/web/catalogue.ts';
import { noRows, openPages, PAGE, UNTIL_BACK, type Rows } from './pages.ts';

const place = { document: testPipeline([]), node: 'a', port: 'table' };

type Question = {
  readonly page: number;
  readonly answer: () => void;
  readonly fail: () => void;
  readonly signal: AbortSignal;
};

/** Many pages come one after the other. */
const SOON = { interval: 1 };

/** A server that answers when it is told to. */
function slowServer(): Question[] {
  const asked: Question[] = [];
  vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
    const { offset } = JSON.parse(init.body as string) as { offset: number };
    const rows = Array.from({ length: PAGE }, (_, at) => [offset + at]);
    const body = { kind: 'table', schema: { columns: [] }, rowCount: 100_000, rows };
    return new Promise<Response>((resolve, reject) => {
      const signal = init.signal!;
      signal.addEventListener('abort', () => reject(new DOMException('Gone.', 'AbortError')));
      const answer = (): void => resolve(Response.json(body));
      const fail = (): void => reject(new TypeError('The connection broke.'));
      asked.push({ page: offset / PAGE, answer, fail, signal });
    });
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return asked;
}

test('of pages that go by only those in view are asked for, two at a time', async () => {
  const asked = slowServer();
  let rows: Rows = noRows;
  const pages = openPages(place, (next) => (rows = next));
  onTestFinished(() => pages.stop());
  const ofPage = (page: number): void => pages.want(page * PAGE, page * PAGE + 30);
  for (const page of [0, 40, 80]) ofPage(page);
  await vi.waitFor(() => expect(asked.map(({ page }) => page)).toEqual([0, 40, 80]));
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
  asked[2]!.answer();
  await vi.waitFor(() => expect([...rows.pages.keys()]).toEqual([80]));
  expect(rows.count).toBe(100_000);

  pages.want(100 * PAGE, 104 * PAGE);
  await vi.waitFor(() => expect(asked).toHaveLength(5));
  asked[3]!.answer();
  await vi.waitFor(() => expect(asked.map(({ page }) => page).slice(3)).toEqual([100, 101, 102]));
  // What is there is not asked for again.
  ofPage(80);
  ofPage(100);
  await vi.waitFor(() =>
    expect(asked.slice(4).map(({ signal }) => signal.aborted)).toEqual([true, true]),
  );
  expect(asked).toHaveLength(6);
});

test('among rows that came, a page that did not is asked for again by itself', async () => {
  const asked = slowServer();
  let rows: Rows = noRows;
  const pages = openPages(place, (next) => (rows = next));
  onTestFinished(() => pages.stop());
  pages.want(0, 30);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  asked[0]!.answer();
  await vi.waitFor(() => expect(rows.pages.size).toBe(1));
  pages.want(7 * PAGE, 7 * PAGE + 30);
  for (const again of [1, 2]) {
    await vi.waitFor(() => expect(asked).toHaveLength(1 + again), 3000);
    asked[again]!.fail();
  }
  await vi.waitFor(() => expect(asked).toHaveLength(4), 3000);
  asked[3]!.answer();
  await vi.waitFor(() => expect([...rows.pages.keys()]).toEqual([0, 7]));
  expect(rows.status).toBe('ready');
});

test('what failed before a page came does not count once it is gone and wanted again', async () => {
  const asked = slowServer();
  let rows: Rows = noRows;
  const pages = openPages(place, (next) => (rows = next));
  onTestFinished(() => pages.stop());
  const ofPage = (page: number): void => pages.want(page * PAGE, page * PAGE + 30);
  const come = async (page: number): Promise<void> => {
    ofPage(page);
    await vi.waitFor(() => expect(asked.at(-1)?.page).toBe(page), SOON);
    asked.at(-1)!.answer();
    await vi.waitFor(() => expect(rows.pages.has(page)).toBe(true), SOON);
  };
  await come(0);
  for (let time = 0; time < 2; time += 1) {
    ofPage(7);
    for (let failed = 0; failed < 3; failed += 1) {
      const before = asked.length;
      await vi.waitFor(() => expect(asked.at(-1)?.page).toBe(7), 3000);
      asked.at(-1)!.fail();
      await vi.waitFor(() => expect(asked.length).toBeGreaterThan(before), 3000);
    }
    await come(7);
    for (let page = 8; rows.pages.has(7); page += 1) await come(page);
  }
}, 15_000);

test('rows that a server which was away did not give come once it is back', async () => {
  const asked = slowServer();
  let rows: Rows = noRows;
  const pages = openPages(place, (next) => (rows = next));
  onTestFinished(() => pages.stop());
  pages.want(0, 30);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  asked[0]!.fail();
  await vi.waitFor(() => expect(rows.status).toBe('failed'));
  await vi.waitFor(() => expect(asked).toHaveLength(2), 3 * UNTIL_BACK);
  asked[1]!.answer();
  await vi.waitFor(() => expect([rows.status, rows.error]).toEqual(['ready', undefined]));
}, 15_000);
