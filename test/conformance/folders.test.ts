/** Every node folder is whole: files, words in both languages, a schema that forms and validators understand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { validate } from '#schemas/validate.ts';
import { loadNode, nodeFolders } from '#server/catalogue/load.ts';
import { publishNodes } from '#server/catalogue/publish.ts';
import { readTexts } from '#server/catalogue/texts.ts';
import { readExamples } from './examples.ts';
import { wordsOfParams } from './wordsOfParams.ts';

const folders = await nodeFolders();
const published = new Map((await publishNodes()).map((type) => [type.type, type]));

it('finds the node folders', () => {
  expect(folders.length).toBeGreaterThan(20);
  expect(new Set(folders.map(({ type }) => type)).size).toBe(folders.length);
});

describe.each(folders)('$category/$type', (folder) => {
  it('has its files', () => {
    const files = ['node.ts', 'pt-BR.json', 'help.en.md', 'help.pt-BR.md', 'icon.svg'];
    for (const file of [...files, 'examples.json']) {
      expect(existsSync(join(folder.dir, file)), file).toBe(true);
    }
    expect(readExamples(folder).length).toBeGreaterThan(1);
  });

  it('is published as its schema says', () => {
    expect(validate('node-type', published.get(folder.type))).toEqual([]);
  });

  it('says in Portuguese what it says in English', async () => {
    const node = await loadNode(folder);
    const texts = await readTexts(folder);
    expect(texts.title).toMatch(/\S/);
    expect(texts.summary).toMatch(/\S/);
    expect(texts.title === node.title && texts.summary === node.summary).toBe(false);
    expect(Object.keys(texts.inputs ?? {}).sort()).toEqual(Object.keys(node.inputs).sort());
    expect(Object.keys(texts.outputs ?? {}).sort()).toEqual(Object.keys(node.outputs).sort());
    expect(Object.keys(texts.messages ?? {}).sort()).toEqual(
      Object.keys(node.messages ?? {}).sort(),
    );
    expect(wordsOfParams(texts.params ?? {})).toEqual(wordsOfParams(node.params.properties));
    expect(texts.synonyms?.length ?? 0).toBeGreaterThan(0);
    expect(node.synonyms?.length ?? 0).toBeGreaterThan(0);
  });

  it('has a line that formats, with the same values in both languages', async () => {
    const node = await loadNode(folder);
    const texts = await readTexts(folder);
    expect(texts.line === undefined).toBe(node.line === undefined);
    if (node.line === undefined || texts.line === undefined) return;
    expect(argumentsOf(texts.line)).toEqual(argumentsOf(node.line));
    const known = new Set(Object.keys(node.params.properties).flatMap((p) => [p, `${p}_label`]));
    for (const name of argumentsOf(node.line)) expect(known).toContain(name);
  });

  it('has help that teaches in both languages', () => {
    for (const file of ['help.en.md', 'help.pt-BR.md']) {
      const text = readFileSync(join(folder.dir, file), 'utf8');
      expect(text, file).toMatch(/^# \S/);
      expect(text.split(/\s+/).length, file).toBeGreaterThan(40);
    }
  });

  it('has an icon that a page can show safely', () => {
    const icon = readFileSync(join(folder.dir, 'icon.svg'), 'utf8');
    expect(icon).toMatch(/^<svg [^>]*viewBox="0 0 24 24"/);
    expect(icon).not.toMatch(/<script|on\w+=|href|style=/i);
  });
});

/** Names of the values that a message uses, nested ones included, in order. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  const visit = (parts: readonly unknown[]): void => {
    for (const part of parts as { type: number; value?: string; options?: object }[]) {
      if (part.type >= 1 && part.type <= 6 && part.value !== undefined) names.add(part.value);
      for (const option of Object.values(part.options ?? {})) {
        visit((option as { value: readonly unknown[] }).value);
      }
    }
  };
  visit(new IntlMessageFormat(message, 'en').getAst());
  return [...names].sort();
}
