/** How many rows a plan gives, where that can be told without running anything. */
import type { Plan } from '#nodes/sdk/plan/types.ts';

/** Sources know their rows, and many operations keep them. Undefined where only a query can tell. */
export function knownRows(plan: Plan): number | undefined {
  let cut = (rows: number) => rows;
  for (let at = plan; ;) {
    switch (at.op) {
      case 'source':
        return cut(at.rows);
      case 'values':
        return cut(at.rows.length);
      case 'project':
      case 'partition':
      case 'sort':
        at = at.input;
        break;
      case 'attach':
        if (at.matching) return undefined;
        at = at.input;
        break;
      case 'limit': {
        const { count, offset = 0 } = at;
        const outer = cut;
        cut = (rows) => outer(Math.max(0, Math.min(count, rows - offset)));
        at = at.input;
        break;
      }
      default:
        return undefined;
    }
  }
}
