/**
 * CSV → a snapshot with typed columns and a full account of what was found and done.
 *
 * A sample decides how the file is cut and what the columns are; one pass of DuckDB converts the whole file and ends at
 * the first cell that contradicts the sample. Then, and only then, the whole file is counted through (convert.ts).
 */
import { rm } from 'node:fs/promises';
import { EsteiraError } from '#schemas/errors.ts';
import type { CsvOptions } from '#nodes/sdk/context.ts';
import { convert, type Pass, type Tools } from './convert.ts';
import { describeImport, type CsvImport } from './describe.ts';
import { readRejected } from './rejects.ts';
import { readSample } from './sample.ts';
import { openSource, type Readable } from './source.ts';
import { survey } from './survey.ts';

/** `name` is what the file is called in messages. */
export async function importCsv(
  path: string,
  name: string,
  options: CsvOptions,
  tools: Tools,
): Promise<CsvImport> {
  const copies: string[] = [];
  const file = (extension: string): string => {
    const copy = tools.scratch.file(extension);
    copies.push(copy);
    return copy;
  };
  try {
    return await importWith(path, name, options, { ...tools, scratch: { ...tools.scratch, file } });
  } finally {
    // A rewritten file is as large as the original.
    await Promise.all(copies.map((copy) => rm(copy, { force: true })));
  }
}

async function importWith(
  path: string,
  name: string,
  options: CsvOptions,
  tools: Tools,
): Promise<CsvImport> {
  const opened = await openSource(path, name, options.encoding, tools.scratch, tools.signal);
  const work: Work = (source, some, pass) => importFrom(source, name, options, some, pass);
  const early = opened.early && (await tryEarly(opened.early, opened.isUtf8, work, tools));
  if (early !== null) return early;
  const source = await opened.readable();
  tools.signal?.throwIfAborted();
  return work(source, tools, 'proven');
}

type Work = (source: Readable, tools: Tools, pass: Pass) => Promise<CsvImport>;

/** Works on the file as it lies while the rest of its bytes are looked at; null where they are no UTF-8. */
async function tryEarly(
  source: Readable,
  isUtf8: () => Promise<boolean>,
  work: Work,
  tools: Tools,
): Promise<CsvImport | null> {
  const stop = new AbortController();
  const signals = tools.signal === undefined ? [] : [tools.signal];
  const signal = AbortSignal.any([stop.signal, ...signals]);
  const working = work(source, { ...tools, signal, session: tools.sessionFor(signal) }, 'early');
  const ended = working.catch(() => undefined);
  try {
    // What the file is comes first: a failure may only say that it was read as what it is not.
    return (await isUtf8()) ? await working : null;
  } finally {
    stop.abort();
    await ended;
  }
}

async function importFrom(
  source: Readable,
  name: string,
  options: CsvOptions,
  tools: Tools,
  pass: Pass,
): Promise<CsvImport> {
  const sample = await readSample(source.path, source.bytes);
  const found = survey(sample, options, name);
  const converted = await convert(source.path, found, options, tools, pass);
  const rejected = await readRejected(tools.session, converted.rejects, converted.path, name);
  if (converted.written.rows === 0) {
    if (rejected.count === 0) throw new EsteiraError('file-without-rows', { file: name });
    const { count } = rejected;
    throw new EsteiraError('csv-no-line-fits', { file: name, count, fields: found.columns.length });
  }
  return describeImport({ source, sample, found, converted, rejected }, tools);
}
