import { Type } from 'typebox';
import { defineNode } from '#nodes/sdk/node.ts';
import { common, number, numberOf } from '../../shared.ts';

/** Its param and what comes in, added up. */
export const node = defineNode({
  ...common,
  type: 'fake-number',
  params: Type.Object({ n: Type.Number({ default: 1 }) }),
  run: async ({ params, inputs }) => ({ out: number(params.n + numberOf(inputs['a'])) }),
});
