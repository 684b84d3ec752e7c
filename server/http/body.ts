/** The JSON of a request: bounded while it arrives, and told to the line where it is wrong. */
import type { IncomingMessage } from 'node:http';
import { EsteiraError } from '#schemas/errors.ts';
import { lineAndColumn, scanJson } from '#schemas/json/scan.ts';
import { documentLimits } from '#schemas/validate.ts';

/** A document and what is said about it. */
const LIMIT = documentLimits.bytes + 1_000_000;

/** The text of a request with a saved pipeline as its whole body. */
export function readDocumentText(request: IncomingMessage): Promise<string> {
  return readText(request, documentLimits.bytes, (bytes) => {
    const megabytes = Math.ceil(bytes / 1e5) / 10;
    return new EsteiraError('document-too-large', { megabytes, limit: documentLimits.bytes / 1e6 });
  });
}

/** Undefined for an empty body. `exact` refuses what JSON.parse would lose without a word. */
export async function readJson(request: IncomingMessage, exact: boolean): Promise<unknown> {
  const text = await readText(
    request,
    LIMIT,
    () => new EsteiraError('body-too-large', { megabytes: LIMIT / 1e6 }),
  );
  if (text.trim() === '') return undefined;
  if (exact) refuseMistakes(text);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    refuseMistakes(text);
    // What JSON.parse refuses and the scanner passes would be a fault of the scanner.
    throw new EsteiraError('body-not-json', { line: 1, column: 1 }, { cause });
  }
}

function refuseMistakes(text: string): void {
  const mistake = scanJson(text, documentLimits);
  if (mistake === undefined) return;
  const place = lineAndColumn(text, mistake.offset);
  switch (mistake.kind) {
    case 'syntax':
    case 'end':
      throw new EsteiraError('body-not-json', place);
    case 'deep':
      throw new EsteiraError('document-too-deep', { limit: documentLimits.depth });
    case 'many':
      throw new EsteiraError('document-too-many-values', { limit: documentLimits.values });
    case 'duplicate':
      throw new EsteiraError('document-duplicate-key', { ...place, key: mistake.found });
    case 'inexact':
      throw new EsteiraError('document-number-not-exact', { ...place, number: mistake.found });
    case 'infinite':
      throw new EsteiraError('document-number-infinite', { number: mistake.found });
  }
}

async function readText(
  request: IncomingMessage,
  limit: number,
  tooLarge: (bytes: number) => EsteiraError,
): Promise<string> {
  checkMedia(request);
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) throw tooLarge(announced);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      // What still comes is let go by: whoever is sending would not read an answer before the end.
      if (bytes <= limit) chunks.push(chunk);
      if (bytes > 4 * limit) break;
    }
  } catch (cause) {
    throw new EsteiraError('body-cut-off', {}, { cause });
  }
  if (bytes > limit) throw tooLarge(bytes);
  return decode(Buffer.concat(chunks));
}

/** Only a request that says it is JSON: a form of another site cannot say so without being asked first. */
function checkMedia({ headers }: IncomingMessage): void {
  const found = headers['content-type'] ?? '';
  const isJson = /^application\/([\w.-]+\+)?json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(found);
  const isEmpty =
    headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
  const encoding = headers['content-encoding'] ?? 'identity';
  if ((isJson || (isEmpty && found === '')) && encoding === 'identity') return;
  const shown = encoding === 'identity' ? found : encoding;
  throw new EsteiraError('body-wrong-media', {
    found: shown === '' ? '—' : shown.slice(0, 200),
    expected: 'application/json',
  });
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const text = bytes.toString('utf8');
    const place = lineAndColumn(text, Math.max(0, text.indexOf('\ufffd')));
    throw new EsteiraError('body-not-json', place, { cause });
  }
}
