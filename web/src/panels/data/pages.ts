/** Rows of a wire by pages, fetched as they come into view. Works without React. */
import { previewRows, type Cell, type PortPlace } from '../../api.ts';
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

export function openPages(place: PortPlace, changed: (rows: Rows) => void): Pages {
  const stopping = new AbortController();
  const { signal } = stopping;
  const asked = new Set<number>();
  let rows = noRows;
  const tell = (next: Rows): void => {
    rows = next;
    if (!signal.aborted) changed(rows);
  };
  const fetchPage = async (page: number): Promise<void> => {
    asked.add(page);
    try {
      const got = await previewRows({ ...place, limit: PAGE, offset: page * PAGE }, signal);
      if (got.kind !== 'table') return;
      const pages = new Map([...rows.pages, [page, got.rows] as const].slice(-KEPT));
      for (const each of asked) if (rows.pages.has(each) && !pages.has(each)) asked.delete(each);
      const seen = page * PAGE + got.rows.length;
      const isEnd = got.rows.length < PAGE;
      const isCounted = got.rowCount !== undefined || rows.isCounted || isEnd;
      // One page more may be there: scrolling to the end asks for it.
      const count = got.rowCount ?? Math.max(rows.count, seen + (isCounted ? 0 : PAGE));
      tell({
        status: 'ready',
        schema: got.schema,
        count: isEnd && got.rowCount === undefined ? seen : count,
        isCounted,
        pages,
        error: undefined,
      });
    } catch (thrown) {
      asked.delete(page);
      if (signal.aborted) return;
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      tell(rows.status === 'ready' ? rows : { ...rows, status: 'failed', error });
    }
  };
  return {
    want(first, last) {
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
        if (page >= 0 && !asked.has(page)) void fetchPage(page);
      }
    },
    stop: () => stopping.abort(),
  };
}
