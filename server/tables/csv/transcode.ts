/** Rewrites a file as UTF-8, or with one kind of line end: DuckDB's reader takes nothing else. */
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import type { EncodingFinding } from './encoding.ts';

const CODECS = { 'windows-1252': 'win1252', 'latin-1': 'latin1', 'utf-8': 'utf8' } as const;
const CHUNK = 1 << 20;

export interface Transcoded {
  /** U+FFFD put in place of bytes that are no character. */
  readonly replaced: number;
}

export async function toUtf8(
  from: string,
  to: string,
  { encoding, bigEndian }: EncodingFinding,
  signal?: AbortSignal,
): Promise<Transcoded> {
  const codec = encoding === 'utf-16' ? (bigEndian ? 'utf16-be' : 'utf16-le') : CODECS[encoding];
  let replaced = 0;
  const count = new Transform({
    decodeStrings: false,
    transform(chunk: string, _encoding, done) {
      for (let at = chunk.indexOf('\ufffd'); at >= 0; at = chunk.indexOf('\ufffd', at + 1))
        replaced++;
      done(null, chunk);
    },
  });
  await pipeline(
    createReadStream(from, { highWaterMark: CHUNK }),
    iconv.decodeStream(codec),
    count,
    createWriteStream(to, { encoding: 'utf8' }),
    { signal },
  );
  return { replaced };
}

const LF = 10;
const CR = 13;

/** Every line end outside quotes becomes \n. `quote` is one ASCII character; the file is UTF-8. */
export async function toSingleLineEnd(
  from: string,
  to: string,
  quote: string,
  signal?: AbortSignal,
): Promise<void> {
  const quoteByte = quote === '' ? -1 : quote.charCodeAt(0);
  let quoted = false;
  let afterReturn = false;
  const unify = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const out = Buffer.allocUnsafe(chunk.length);
      let size = 0;
      for (const byte of chunk) {
        if (byte === quoteByte) quoted = !quoted;
        const skipped = byte === LF && afterReturn;
        afterReturn = byte === CR && !quoted;
        if (!skipped) out[size++] = afterReturn ? LF : byte;
      }
      done(null, out.subarray(0, size));
    },
  });
  await pipeline(createReadStream(from, { highWaterMark: CHUNK }), unify, createWriteStream(to), {
    signal,
  });
}
