/**
 * CSV → a snapshot with typed columns and a full account of what was found and done.
 *
 * A sample decides how the file is cut and what the columns are; one pass of DuckDB converts the whole file and ends at
 * the first cell that contradicts the sample. Then, and only then, the whole file is counted through (convert.ts).
 */
import { rm } from 'node:fs/promises';
import { EsteiraError } from '#schemas/errors.ts';
import type { CsvOptions } from '#nodes/sdk/context.ts';
import { convert, type Tools } from './convert.ts';
import { describeImport, type CsvImport } from './describe.ts';
import { readRejected } from './rejects.ts';
import { readSample } from './sample.ts';
import { openSource } from './source.ts';
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
  const source = await openSource(path, name, options.encoding, tools.scratch, tools.signal);
  tools.signal?.throwIfAborted();
  const sample = await readSample(source.path, source.bytes);
  const found = survey(sample, options, name);
  const converted = await convert(source.path, found, options, tools);
  const rejected = await readRejected(tools.session, converted.rejects, converted.path, name);
  if (converted.written.rows === 0) {
    if (rejected.count === 0) throw new EsteiraError('file-without-rows', { file: name });
    const { count } = rejected;
    throw new EsteiraError('csv-no-line-fits', { file: name, count, fields: found.columns.length });
  }
  return describeImport({ source, sample, found, converted, rejected }, tools);
}
