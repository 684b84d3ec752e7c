import { Type } from 'typebox';
import { defineNode } from '#nodes/sdk/node.ts';
import { common, number } from '../../shared.ts';

/** Takes memory until there is none left: JavaScript objects, or bytes outside the heap. */
export const node = defineNode({
  ...common,
  type: 'fake-hoard',
  params: Type.Object({ what: Type.String({ default: 'objects' }) }),
  run: async ({ params }) => {
    const hoard: unknown[] = [];
    for (;;) {
      if (params.what === 'bytes') {
        hoard.push(new Uint8Array(32 * 1024 ** 2).fill(1));
        await new Promise((resolve) => setTimeout(resolve, 10));
      } else hoard.push(Array.from({ length: 100_000 }, (_, at) => ({ at })));
      if (hoard.length > 1e6) return { out: number(0) };
    }
  },
});
