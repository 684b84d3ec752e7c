/** Archives as people and programs make them, and as those do who mean harm. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Pipeline } from '#schemas/types.ts';

export const sha256 = (bytes: string | Buffer): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A zip of parts by name. */
export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

interface Listed {
  readonly name: string;
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

export interface Wish {
  readonly document: Pipeline;
  /** Name to content. */
  readonly data?: Readonly<Record<string, string>>;
  /** Changes what the list says of the data. */
  readonly list?: (datasets: Listed[]) => unknown;
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Parts that are there besides, or in place of others. */
  readonly more?: Readonly<Record<string, string | Buffer>>;
}

/** What an export gives, or something close to it. */
export function bundleOf({
  document,
  data = {},
  list,
  manifest,
  more = {},
}: Wish): Promise<Buffer> {
  const text = JSON.stringify(document);
  const datasets = Object.entries(data).map(([name, content]) => ({
    name,
    path: `data/${name}`,
    hash: sha256(content),
    bytes: Buffer.byteLength(content),
  }));
  const files = Object.entries(data).map(([name, content]) => [`data/${name}`, content]);
  return zipOf({
    'esteira.json': JSON.stringify({
      kind: 'esteira-bundle',
      format: 1,
      pipeline: { path: 'pipeline.json', hash: sha256(text), bytes: Buffer.byteLength(text) },
      datasets: list === undefined ? datasets : list(datasets),
      ...manifest,
    }),
    'pipeline.json': text,
    ...(Object.fromEntries(files) as Record<string, string>),
    ...more,
  });
}

/** A part under a name that no honest program would write; both names have the same length. */
export function renamed(zip: Buffer, from: string, to: string): Buffer {
  const bytes = Buffer.from(zip);
  const [old, next] = [Buffer.from(from), Buffer.from(to)];
  if (old.length !== next.length) throw new Error(`${from} and ${to} differ in length.`);
  for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) next.copy(bytes, at);
  return bytes;
}

/** Says of each part that it has fewer bytes than it gives. */
export function understated(zip: Buffer, part: string, size: number): Buffer {
  const bytes = Buffer.from(zip);
  // The central directory's entry: the size stands 24 bytes from its beginning, the name 46.
  const at = bytes.lastIndexOf(Buffer.from(part)) - 46;
  bytes.writeUInt32LE(size, at + 24);
  return bytes;
}
