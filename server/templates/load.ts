/**
 * Pipelines to start from: one folder each, `<id>/pipeline.json` as it would be saved and `<id>/words.json` with
 * `{ title, summary }`, each in both languages. A new folder is picked up from here.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Localized } from '#schemas/types.ts';

export interface Template {
  /** The folder's name: what is typed after `esteira run`. */
  readonly id: string;
  readonly title: Localized;
  readonly summary: Localized;
  /** The document's text. */
  readonly text: string;
}

export async function loadTemplates(dir: string = import.meta.dirname): Promise<Template[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(ids.sort().map((id) => loadTemplate(dir, id)));
}

async function loadTemplate(dir: string, id: string): Promise<Template> {
  const [text, words] = await Promise.all(
    ['pipeline.json', 'words.json'].map((file) => readFile(join(dir, id, file), 'utf8')),
  );
  const { title, summary } = JSON.parse(words!) as Pick<Template, 'title' | 'summary'>;
  return { id, title, summary, text: text! };
}
