import type { Plan } from '#nodes/sdk/plan/types.ts';
import type { Block } from '../block.ts';
import type { Statement } from '../statement.ts';

/** Writes one operation over its inputs, which are given as blocks that may still grow. */
export type Emit<P extends Plan> = (
  statement: Statement,
  plan: P,
  inputs: readonly Block[],
) => Block;
