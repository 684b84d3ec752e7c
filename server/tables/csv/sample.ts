/** Text from the head of a file and from places spread over the rest of it. The file is UTF-8. */
import { open } from 'node:fs/promises';

export interface Sample {
  /** From the first byte. Ends with a whole line unless it is the whole file. */
  readonly head: string;
  /** Stretches of whole lines from further on. */
  readonly pieces: readonly string[];
  /** `head` is all there is. */
  readonly whole: boolean;
}

/** A file up to this size is its own sample. */
const WHOLE = 1 << 20;
const HEAD = 1 << 19;
const PIECE = 48 << 10;
const PIECES = 12;

export async function readSample(path: string, bytes: number): Promise<Sample> {
  const handle = await open(path, 'r');
  const at = async (position: number, length: number): Promise<string> => {
    const buffer = Buffer.allocUnsafe(length);
    const { bytesRead } = await handle.read(buffer, 0, length, position);
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  };
  try {
    if (bytes <= WHOLE) return { head: await at(0, bytes), pieces: [], whole: true };
    const head = await at(0, HEAD);
    const pieces: string[] = [];
    const span = bytes - HEAD - PIECE;
    for (let i = 0; i < (span > 0 ? PIECES : 0); i++) {
      const text = await at(HEAD + Math.floor((span * (i + 1)) / PIECES), PIECE);
      pieces.push(text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\n') + 1));
    }
    return { head: head.slice(0, head.lastIndexOf('\n') + 1 || head.length), pieces, whole: false };
  } finally {
    await handle.close();
  }
}
