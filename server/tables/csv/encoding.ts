/**
 * Which encoding a file's bytes are in: one pass over the whole file, at the speed of the disk. Nearly every file is
 * UTF-8, so that the head's promise may be acted upon while the rest is looked at.
 */
import { isUtf8 } from 'node:buffer';
import { open, type FileHandle } from 'node:fs/promises';
import { EsteiraError } from '#schemas/errors.ts';
import type { CsvOptions } from '#nodes/sdk/context.ts';

export type Encoding = Exclude<CsvOptions['encoding'], 'auto'>;

export interface EncodingFinding {
  readonly encoding: Encoding;
  /** Of UTF-16: which byte comes first. */
  readonly bigEndian: boolean;
  /** UTF-8 with a few broken bytes: they will be replaced by U+FFFD. */
  readonly broken: boolean;
}

const CHUNK = 4 << 20;
/** This many good characters beyond ASCII for each bad byte: the file is UTF-8 with damage, not another encoding. */
const GOOD_PER_BAD = 10;

// First bytes of what people take for CSV: zip (xlsx, ods), gzip, PDF, Parquet, the old Excel format, PNG, JPEG.
const MAGIC = ['504b0304', '1f8b', '25504446', '50415231', 'd0cf11e0', '89504e47', 'ffd8ff'];

export interface EncodingSearch {
  /** There is more than a head, and the head is UTF-8: so, nearly always, is the rest. */
  readonly promising: boolean;
  /** Settles once every byte was looked at. Rejects with `file-binary` on a file that is no text. */
  readonly finding: Promise<EncodingFinding>;
}

/** Throws `file-binary` where the first bytes tell already that the file is no text. */
export async function findEncoding(
  path: string,
  name: string,
  signal?: AbortSignal,
): Promise<EncodingSearch> {
  const handle = await open(path, 'r');
  let search: EncodingSearch | undefined;
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    const { bytesRead } = await handle.read(buffer, 0, CHUNK, 0);
    const head = buffer.subarray(0, bytesRead);
    if (MAGIC.some((magic) => head.subarray(0, 4).toString('hex').startsWith(magic))) {
      throw new EsteiraError('file-binary', { file: name });
    }
    const wide = wideOf(head);
    if (wide !== null) {
      const finding = { encoding: 'utf-16', bigEndian: wide === 'be', broken: false } as const;
      return { promising: false, finding: Promise.resolve(finding) };
    }
    const text = head.subarray(0, wholeCharacters(head));
    const promising = bytesRead === CHUNK && isUtf8(text) && !head.includes(0);
    const finding = lookThrough(handle, buffer, name, signal);
    // Whoever does not get to ask for it has failed otherwise.
    finding.catch(() => undefined);
    return (search = { promising, finding });
  } finally {
    if (search === undefined) await handle.close();
  }
}

/** Closes the file. */
async function lookThrough(
  handle: FileHandle,
  buffer: Buffer,
  name: string,
  signal: AbortSignal | undefined,
): Promise<EncodingFinding> {
  let kept = 0;
  let good = 0;
  let bad = 0;
  try {
    for (let position = 0; ;) {
      signal?.throwIfAborted();
      const read = await handle.read(buffer, kept, CHUNK - kept, position);
      position += read.bytesRead;
      const filled = buffer.subarray(0, kept + read.bytesRead);
      if (filled.includes(0)) throw new EsteiraError('file-binary', { file: name });
      const end = read.bytesRead === 0 ? filled.length : wholeCharacters(filled);
      const text = filled.subarray(0, end);
      if (!isUtf8(text)) {
        const counts = judge(text);
        good += counts.good;
        bad += counts.bad;
      } else if (bad > 0) good += judge(text).good;
      if (read.bytesRead === 0) break;
      kept = filled.copy(buffer, 0, end);
    }
  } finally {
    await handle.close();
  }
  if (bad === 0) return { encoding: 'utf-8', bigEndian: false, broken: false };
  return good >= bad * GOOD_PER_BAD
    ? { encoding: 'utf-8', bigEndian: false, broken: true }
    : { encoding: 'windows-1252', bigEndian: false, broken: false };
}

/** UTF-16 by its mark, or by every other byte being 0 as in plain Latin text. */
function wideOf(head: Buffer): 'le' | 'be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'be';
  const probe = head.subarray(0, Math.min(head.length & ~1, 4096));
  let even = 0;
  let odd = 0;
  for (let i = 0; i < probe.length; i += 2) {
    if (probe[i] === 0) even++;
    if (probe[i + 1] === 0) odd++;
  }
  const most = probe.length * 0.4;
  if (odd >= most && even === 0 && most > 0) return 'le';
  return even >= most && odd === 0 && most > 0 ? 'be' : null;
}

/** Length without a character cut off at the end. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** Characters beyond ASCII that decode, and those that do not. */
function judge(bytes: Buffer): { good: number; bad: number } {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = (text.match(/\ufffd/g) ?? []).length;
  const beyond = (text.match(/[\u0080-\uffff]/g) ?? []).length;
  return { good: beyond - bad, bad };
}
