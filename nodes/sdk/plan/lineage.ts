/** Column lineage: the columns of the leaves that an output column's values are made of. */
import { opOf } from './ops/index.ts';
import { columnsOfPlan } from './schema.ts';
import type { InputPlan, Plan, SourcePlan, ValuesPlan } from './types.ts';

export interface SourceColumn {
  readonly leaf: SourcePlan | InputPlan | ValuesPlan;
  readonly column: string;
}

/**
 * In order of first appearance, each once; empty for a constant. Only what values are made of counts: filters, sorts
 * and join keys decide about rows, not about values.
 */
export function lineage(plan: Plan, column: string): readonly SourceColumn[] {
  const found: SourceColumn[] = [];
  const seen = new Map<Plan, Set<string>>();
  const stack: { plan: Plan; name: string }[] = [{ plan, name: column }];
  while (stack.length > 0) {
    const { plan: at, name } = stack.pop()!;
    const names = seen.get(at) ?? new Set();
    if (names.has(name)) continue;
    seen.set(at, names.add(name));
    if (at.op === 'source' || at.op === 'input' || at.op === 'values') {
      found.push({ leaf: at, column: name });
      continue;
    }
    const op = opOf(at);
    const inputs = op.inputs(at);
    const reads = op.reads(at, name, inputs.map(columnsOfPlan));
    // Reversed, so that the first one read is the first one found.
    for (const ref of reads.toReversed()) stack.push({ plan: inputs[ref.input]!, name: ref.name });
  }
  return found;
}
