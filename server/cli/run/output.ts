/** `--out`: the files that the run saved, its result, and its report for people. */
import { createWriteStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { EsteiraError } from '#schemas/errors.ts';
import type { Locale, RunResult } from '#schemas/types.ts';
import { makeWritableFolder } from '#server/services/folders.ts';
import type { Home } from '../home/home.ts';

const RESULT = 'result.json';
const REPORT = 'report.html';

/** Before the run, so that hours of work do not end at a folder that cannot be written. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeWritableFolder(path.resolve(folder));
  } catch (cause) {
    throw new EsteiraError('folder-not-writable', { folder }, { cause });
  }
}

/** The names of the files in the folder. A file is there whole or not at all. */
export async function writeOutputs(
  home: Home,
  result: RunResult,
  folder: string,
  locale: Locale,
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { name, hash } of await home.saved(result.run)) {
    // Our own names are taken; on some systems in any case of their letters.
    const plain = [RESULT, REPORT].includes(name.toLowerCase()) ? `saved-${name}` : name;
    const staged = path.join(folder, `.${plain}.part`);
    try {
      await pipeline(await home.content(hash), createWriteStream(staged));
      await rename(staged, path.join(folder, plain));
    } finally {
      await rm(staged, { force: true });
    }
    names.push(plain);
  }
  await writeFile(path.join(folder, RESULT), `${JSON.stringify(result, null, 2)}\n`);
  await writeFile(path.join(folder, REPORT), await home.report(result.run, locale));
  return [...names, RESULT, REPORT];
}
