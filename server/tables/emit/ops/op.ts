import type { Plan } from '#nodes/sdk/plan/types.ts';
import type { Block } from '../block.ts';
import type { Statement } from '../statement.ts';

interface Emitter<P extends Plan> {
  emit(this: void, statement: Statement, plan: P, inputs: readonly Block[]): Block;
}

/**
 * Writes one operation over its inputs, which are given as blocks that may still grow. A method's type, so that a table
 * of all operations may hold one for each kind of plan.
 */
export type Emit<P extends Plan = Plan> = Emitter<P>['emit'];
