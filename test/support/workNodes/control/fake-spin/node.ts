import { Type } from 'typebox';
import { defineNode } from '#nodes/sdk/node.ts';
import { common, number } from '../../shared.ts';

/** Keeps its process busy and never lets it hear anything. */
export const node = defineNode({
  ...common,
  type: 'fake-spin',
  params: Type.Object({ ms: Type.Number() }),
  run: async ({ params, context }) => {
    context.progress({ done: 0, total: 1 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const end = performance.now() + params.ms;
    let turns = 0;
    while (performance.now() < end) turns += 1;
    return { out: number(turns) };
  },
});
