import { EsteiraError } from '#schemas/errors.ts';

/**
 * SELECTs that may stand on one another. DuckDB binds them recursively: it refuses 1,000 and, told to go on, ends the
 * process at 2,000. Fusion keeps what people build far below this.
 */
const DEEPEST = 800;

const READS = /(?:FROM|JOIN) (c\d+)\b/g;

/** Throws `query-failed` where CTEs, each of which reads earlier ones, stand on one another more than DuckDB can bind. */
export function checkDepth(ctes: readonly { readonly name: string; readonly sql: string }[]): void {
  if (ctes.length <= DEEPEST) return;
  const depths = new Map<string, number>();
  for (const { name, sql } of ctes) {
    let depth = 1;
    for (const [, read] of sql.matchAll(READS))
      depth = Math.max(depth, 1 + (depths.get(read!) ?? 0));
    depths.set(name, depth);
    if (depth > DEEPEST) {
      const detail = `more than ${DEEPEST} operations stand on one another that cannot be one`;
      throw new EsteiraError('query-failed', { detail });
    }
  }
}
