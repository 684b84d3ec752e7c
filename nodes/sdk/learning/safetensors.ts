/**
 * Named arrays as one safetensors file: 8 bytes of header length (little endian), a JSON header, the data.
 * An open format that Python, Rust and JavaScript read. Source: the safetensors format description.
 */
import { EsteiraError } from '#schemas/errors.ts';

export type NamedArray = Float64Array | Float32Array | Int32Array;

const DTYPES = { F64: Float64Array, F32: Float32Array, I32: Int32Array } as const;
type Dtype = keyof typeof DTYPES;

type Header = Record<string, { dtype: string; data_offsets: [number, number] }>;

function dtypeOf(array: NamedArray): Dtype {
  if (array instanceof Float64Array) return 'F64';
  return array instanceof Float32Array ? 'F32' : 'I32';
}

/** Same arrays, same bytes: names are written in code-point order. */
export function encodeArrays(arrays: { readonly [name: string]: NamedArray }): Uint8Array {
  const names = Object.keys(arrays).sort();
  let offset = 0;
  const entries = names.map((name) => {
    const array = arrays[name]!;
    const start = offset;
    offset += array.byteLength;
    const entry = {
      dtype: dtypeOf(array),
      shape: [array.length],
      data_offsets: [start, offset],
    };
    return [name, entry] as const;
  });
  let header = JSON.stringify(Object.fromEntries(entries));
  // Padding with spaces keeps the data aligned to 8 bytes, so that it can be viewed without a copy.
  header = header.padEnd(Math.ceil(header.length / 8) * 8, ' ');
  const head = new TextEncoder().encode(header);
  const padding = (8 - (head.length % 8)) % 8;
  const headLength = head.length + padding;
  const bytes = new Uint8Array(8 + headLength + offset);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headLength), true);
  bytes.fill(0x20, 8, 8 + headLength);
  bytes.set(head, 8);
  for (const [name, entry] of entries) {
    const array = arrays[name]!;
    const view = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    bytes.set(view, 8 + headLength + entry.data_offsets[0]!);
  }
  return bytes;
}

/** Throws `artifact-damaged` where the bytes are not a well-formed file. */
export function decodeArrays(bytes: Uint8Array): Record<string, NamedArray> {
  const damaged = (): EsteiraError => new EsteiraError('artifact-damaged', {});
  if (bytes.byteLength < 8) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headLength = Number(view.getBigUint64(0, true));
  if (headLength > bytes.byteLength - 8) throw damaged();
  let header: Header;
  try {
    const text = new TextDecoder().decode(bytes.subarray(8, 8 + headLength));
    header = JSON.parse(text) as Header;
  } catch {
    throw damaged();
  }
  const arrays: [string, NamedArray][] = [];
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const Type = DTYPES[entry.dtype as Dtype];
    const [start, end] = entry.data_offsets;
    const size = end - start;
    if (!Type || !(start >= 0) || 8 + headLength + end > bytes.byteLength) throw damaged();
    if (size % Type.BYTES_PER_ELEMENT !== 0) throw damaged();
    // Not `slice`: of a Buffer, as files are read into, that is a view on a shared pool.
    const copy = new Uint8Array(bytes.subarray(8 + headLength + start, 8 + headLength + end));
    arrays.push([name, new Type(copy.buffer, 0, size / Type.BYTES_PER_ELEMENT)]);
  }
  return Object.fromEntries(arrays);
}
