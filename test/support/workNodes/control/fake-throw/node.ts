import { Type } from 'typebox';
import { defineNode } from '#nodes/sdk/node.ts';
import { common } from '../../shared.ts';

/** Breaks down in one of the ways that code has. */
export const node = defineNode({
  ...common,
  type: 'fake-throw',
  params: Type.Object({ how: Type.String({ default: 'throw' }) }),
  run: async ({ params }) => {
    if (params.how === 'exit') process.exit(3);
    if (params.how === 'kill') process.kill(process.pid, 'SIGKILL');
    if (params.how === 'later') {
      setTimeout(() => {
        throw new Error('thrown outside of any promise');
      }, 0);
      await new Promise(() => {});
    }
    throw new TypeError('x is not a function');
  },
});
