import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeArrays, encodeArrays } from './safetensors.ts';

const arrays = fc.dictionary(
  fc.string(),
  fc.oneof(
    fc.float64Array({ maxLength: 20 }),
    fc.float32Array({ maxLength: 20 }),
    fc.int32Array({ maxLength: 20 }),
  ),
);

it('gives back what was written, also from a Node buffer inside a pool', () => {
  fc.assert(
    fc.property(arrays, (given) => {
      const bytes = encodeArrays(given);
      const pooled = Buffer.concat([Buffer.from('x'), bytes]).subarray(1);
      for (const from of [bytes, pooled]) {
        const back = decodeArrays(from);
        expect(Object.keys(back).sort()).toEqual(Object.keys(given).sort());
        for (const [name, array] of Object.entries(given)) expect(back[name]).toEqual(array);
      }
    }),
  );
});

it('writes the same bytes whatever the order of the names', () => {
  const a = Float64Array.of(1.5);
  const b = Int32Array.of(-7);
  expect(encodeArrays({ a, b })).toEqual(encodeArrays({ b, a }));
});

it('follows the format: length of the header, JSON, data aligned to 8 bytes', () => {
  const bytes = encodeArrays({ w: Float32Array.of(1, 2) });
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  const header: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  expect(header).toEqual({ w: { dtype: 'F32', shape: [2], data_offsets: [0, 8] } });
  expect(length % 8).toBe(0);
  expect(new Float32Array(bytes.slice(8 + length).buffer)).toEqual(Float32Array.of(1, 2));
});

it('refuses damaged bytes in words', () => {
  const bytes = encodeArrays({ w: Float64Array.of(1, 2, 3) });
  const cut = [new Uint8Array(3), bytes.subarray(0, 12), bytes.subarray(0, bytes.length - 8)];
  for (const damaged of cut) expect(() => decodeArrays(damaged)).toThrow(/damaged|danific/i);
});
