/** Rows of a wire by pages, fetched as they come into view. Works without React. */
import { ApiError, previewRows, type Cell, type PortPlace, type Preview } from '../../api.ts';
import type { TableSchema } from '#schemas/types.ts';

export const PAGE = 200;

export type Rows = {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly schema: TableSchema | undefined;
  /** How many there are; while nobody knows, as many as were seen. */
  readonly count: number;
  readonly isCounted: boolean;
  readonly pages: ReadonlyMap<number, readonly (readonly Cell[])[]>;
  readonly error: Error | undefined;
};

export const noRows: Rows = {
  status: 'loading',
  schema: undefined,
  count: 0,
  isCounted: false,
  pages: new Map(),
  error: undefined,
};

export type Pages = {
  /** Fetches what is missing of these rows. */
  readonly want: (first: number, last: number) => void;
  readonly stop: () => void;
};

/** Pages that are kept; the rest is fetched again when somebody scrolls back. */
const KEPT = 60;

/** So often a page is asked for again that failed, each time after a longer pause (milliseconds). */
const AGAIN = 4;
const PAUSE = 250;

/** A server that is away is asked again when it may be back. */
export const UNTIL_BACK = 3_000;

/** Requests at a time: whoever scrolls fast wants what is in view, not all that went by. */
const AT_ONCE = 2;

export function openPages(place: PortPlace, changed: (rows: Rows) => void): Pages {
  const going = new Map<number, AbortController>();
  const failures = new Map<number, number>();
  let wanted: readonly number[] = [];
  let isOpen = true;
  let rows = noRows;
  const tell = (next: Rows): void => {
    rows = next;
    if (isOpen) changed(rows);
  };
  const fetchPage = async (page: number, { signal }: AbortController): Promise<void> => {
    try {
      const got = await previewRows({ ...place, limit: PAGE, offset: page * PAGE }, signal);
      if (signal.aborted) return;
      failures.delete(page);
      if (got.kind === 'table') tell(withPage(rows, page, got));
      else wanted = [];
    } catch (thrown) {
      if (signal.aborted) return;
      const times = (failures.get(page) ?? 0) + 1;
      failures.set(page, times);
      // Among rows that came, one page that did not is asked for again: nobody would scroll for it.
      if (rows.status === 'ready' && times <= AGAIN) {
        await new Promise((resolve) => setTimeout(resolve, times * PAUSE));
        return;
      }
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      if (rows.status !== 'ready') tell({ ...rows, status: 'failed', error });
      if (error instanceof ApiError && error.unreachable && isOpen) {
        await new Promise((resolve) => setTimeout(resolve, UNTIL_BACK));
        return;
      }
      wanted = wanted.filter((each) => each !== page);
    }
  };
  const pump = (): void => {
    for (const page of wanted) {
      if (going.size >= AT_ONCE || !isOpen) return;
      if (going.has(page) || rows.pages.has(page)) continue;
      const stopping = new AbortController();
      going.set(page, stopping);
      void fetchPage(page, stopping).finally(() => {
        if (going.get(page) === stopping) going.delete(page);
        pump();
      });
    }
  };
  return {
    want(first, last) {
      const from = Math.max(0, Math.floor(first / PAGE));
      const count = Math.max(0, Math.floor(last / PAGE) - from + 1);
      wanted = Array.from({ length: count }, (_, at) => from + at);
      for (const [page, stopping] of going) {
        if (wanted.includes(page)) continue;
        stopping.abort();
        going.delete(page);
      }
      pump();
    },
    stop() {
      isOpen = false;
      for (const stopping of going.values()) stopping.abort();
    },
  };
}

type Got = Extract<Preview, { kind: 'table' }>;

function withPage(rows: Rows, page: number, got: Got): Rows {
  const seen = page * PAGE + got.rows.length;
  const isEnd = got.rows.length < PAGE;
  const isCounted = got.rowCount !== undefined || rows.isCounted || isEnd;
  // One page more may be there: scrolling to the end asks for it.
  const count = got.rowCount ?? Math.max(rows.count, seen + (isCounted ? 0 : PAGE));
  return {
    status: 'ready',
    // The same object: what hangs on the columns is not made again for each page.
    schema: rows.schema ?? got.schema,
    count: isEnd && got.rowCount === undefined ? seen : count,
    isCounted,
    pages: new Map([...rows.pages, [page, got.rows] as const].slice(-KEPT)),
    error: undefined,
  };
}
