import { setTimeout as pause } from 'node:timers/promises';
import { Type } from 'typebox';
import { defineNode } from '#nodes/sdk/node.ts';
import { common, number } from '../../shared.ts';

/** Sleeps, and wakes when it is cancelled. */
export const node = defineNode({
  ...common,
  type: 'fake-sleep',
  params: Type.Object({ ms: Type.Number() }),
  run: async ({ params, context }) => {
    await pause(params.ms, undefined, { signal: context.signal });
    return { out: number(params.ms) };
  },
});
