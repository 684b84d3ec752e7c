/** What is named after `esteira run`: a file with a pipeline, or a template. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { EsteiraError, fromThrown } from '#schemas/errors.ts';
import { lineAndColumn } from '#schemas/json/scan.ts';
import type { Pipeline } from '#schemas/types.ts';
import { documentLimits, parsePipeline } from '#schemas/validate.ts';
import { localOwner } from '#server/services/authorize.ts';
import { templateService } from '#server/services/templates.ts';

/** A name with a folder or an ending is a file's; any other is a template's, or else a file's. */
export async function readSource(name: string, folder: string): Promise<Pipeline> {
  const file = path.resolve(folder, name);
  if (/[/\\]|\.json$/i.test(name)) return readPipelineFile(file, name);
  try {
    return await templateService().get(localOwner, name);
  } catch (error) {
    if (await isFile(file)) return readPipelineFile(file, name);
    throw error;
  }
}

/** `name` is the file as it was typed. */
export async function readPipelineFile(file: string, name: string): Promise<Pipeline> {
  const facts = await stat(file).catch((cause: unknown) => {
    throw named(cause, name);
  });
  if (facts.isDirectory()) throw new EsteiraError('file-is-folder', { file: name });
  const limit = documentLimits.bytes;
  if (facts.size > limit) {
    const megabytes = Math.ceil(facts.size / 1e5) / 10;
    throw new EsteiraError('document-too-large', { megabytes, limit: limit / 1e6 });
  }
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw named(cause, name);
  });
  const { pipeline, errors } = parsePipeline(textOf(bytes));
  if (errors) throw errors[0]!;
  return pipeline;
}

/** Letters of another encoding are a mistake with a place, not question marks that are saved back. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const text = bytes.toString('utf8');
    const place = lineAndColumn(text, text.indexOf('\ufffd'));
    throw new EsteiraError('document-not-json', { ...place, found: '“\ufffd”' });
  }
}

async function isFile(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.isFile() ?? false;
}

/** What the file system says, of the file as it was typed. */
function named(cause: unknown, file: string): EsteiraError {
  const { code } = cause as NodeJS.ErrnoException;
  return fromThrown(Object.assign(new Error(String(cause)), { code, path: file }));
}
