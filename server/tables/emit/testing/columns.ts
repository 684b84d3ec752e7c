/** For tests: short columns. */
import type { Column, ValueType } from '#schemas/types.ts';
import { meaningOf } from '#nodes/sdk/plan/ops/project.ts';

export function column(name: string, type: ValueType, more: Partial<Column> = {}): Column {
  return { name, type, meaning: meaningOf(type), role: 'feature', ...more };
}
