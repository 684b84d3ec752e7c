import { Type } from 'typebox';
import { EsteiraError } from '#schemas/errors.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { common, number, numberOf } from '../../shared.ts';

/** Goes on once somebody agreed. */
export const node = defineNode({
  ...common,
  type: 'fake-ask',
  effect: true,
  params: Type.Object({}),
  run: async ({ inputs, context }) => {
    const { approved, comment } = await context.suspend({ message: 'May it?' });
    if (!approved) throw new EsteiraError('fake-ask.refused', { comment: comment ?? '' });
    return { out: number(numberOf(inputs['a'])) };
  },
});
