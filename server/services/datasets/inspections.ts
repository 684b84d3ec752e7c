/** Looks at files. What was found out is kept for a while: bytes under a hash never change. */
import { Recent } from '../models/recent.ts';
import type { InspectJob, QueryCalls } from '../queryCalls.ts';
import type { DatasetInspection } from '../types.ts';

/** Whoever brings a file in looks at it, chooses a target and asks for a pipeline: three looks at one file. */
const MOST = 8;
/** A wider table is looked at again. */
const MOST_CELLS = 50_000;

interface Kept {
  readonly limit: number;
  readonly found: DatasetInspection;
}

export type Inspect = (job: InspectJob, signal?: AbortSignal) => Promise<DatasetInspection>;

export function inspections(queries: Pick<QueryCalls, 'inspect'>): Inspect {
  const kept = new Recent<string, Kept>(MOST);
  return async (job, signal) => {
    const { dataset, format, read, limit } = job;
    const key = JSON.stringify([dataset.dataset, dataset.hash, format, read]);
    const known = kept.get(key);
    if (known !== undefined && known.limit >= limit) {
      return { ...known.found, rows: known.found.rows.slice(0, limit) };
    }
    const found = await queries.inspect(job, signal);
    if (found.rows.length * found.schema.columns.length <= MOST_CELLS)
      kept.set(key, { limit, found });
    return found;
  };
}
