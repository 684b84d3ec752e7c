import { Type } from 'typebox';
import { defineNode } from '#nodes/sdk/node.ts';
import { common, numberOf } from '../../shared.ts';

/** Saves the number as a file under the name that it is given. */
export const node = defineNode({
  ...common,
  type: 'fake-save',
  effect: true,
  params: Type.Object({ name: Type.String() }),
  run: async ({ params, inputs, context }) => {
    const bytes = new TextEncoder().encode(String(numberOf(inputs['a'])));
    const hash = await context.artifacts.put(bytes);
    const file = { name: params.name, hash };
    return { out: { kind: 'report', type: 'file', metrics: {}, details: { file } } };
  },
});
