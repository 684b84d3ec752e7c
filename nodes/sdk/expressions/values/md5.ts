/** MD5 (RFC 1321) of UTF-8 text, in plain JavaScript because the browser has none. A stable hash, not a secret-keeper. */

/** Left rotations of the four steps of each round. */
const ROTATIONS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

/** floor(2^32 · |sin(i + 1)|), section 3.4 of the RFC. */
const SINES = Uint32Array.from({ length: 64 }, (_, i) => Math.abs(Math.sin(i + 1)) * 2 ** 32);

const encoder = new TextEncoder();

/** 32 hexadecimal digits. */
export function md5Hex(text: string): string {
  const words = digest(text);
  let hex = '';
  for (let i = 0; i < 16; i++) {
    hex += ((words[i >> 2]! >>> ((i & 3) * 8)) & 0xff).toString(16).padStart(2, '0');
  }
  return hex;
}

/** The first 8 hexadecimal digits as a number, over 2^32: from 0 to below 1. */
export function md5Unit(text: string): number {
  const word = digest(text)[0]!;
  const firstByteFirst =
    (word & 0xff) * 2 ** 24 +
    ((word >>> 8) & 0xff) * 2 ** 16 +
    ((word >>> 16) & 0xff) * 2 ** 8 +
    (word >>> 24);
  return firstByteFirst / 2 ** 32;
}

/** The four words of the digest, low byte first. */
function digest(text: string): Int32Array {
  const blocks = padded(encoder.encode(text));
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let offset = 0; offset < blocks.length; offset += 16) addBlock(state, blocks, offset);
  return state;
}

/** The message, a 1 bit, zeros, and its length in bits, in words of low byte first. */
function padded(bytes: Uint8Array): Int32Array {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  for (let i = 0; i < bytes.length; i++) words[i >> 2]! |= bytes[i]! << ((i & 3) * 8);
  words[bytes.length >> 2]! |= 0x80 << ((bytes.length & 3) * 8);
  words[words.length - 2] = bytes.length << 3;
  words[words.length - 1] = bytes.length >>> 29;
  return words;
}

function addBlock(state: Int32Array, words: Int32Array, offset: number): void {
  let [a, b, c, d] = state as unknown as [number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    const mixed = (a + mix(round, b, c, d) + SINES[i]! + words[offset + place(round, i)]!) | 0;
    const turn = ROTATIONS[round]![i & 3]!;
    a = d;
    d = c;
    c = b;
    b = (b + ((mixed << turn) | (mixed >>> (32 - turn)))) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
}

/** The functions F, G, H and I of the RFC. */
function mix(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  if (round === 1) return (b & d) | (c & ~d);
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d);
}

/** Which word of the block a step takes. */
function place(round: number, i: number): number {
  if (round === 0) return i;
  if (round === 1) return (5 * i + 1) & 15;
  return (round === 2 ? 3 * i + 5 : 7 * i) & 15;
}
