import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writePipeline } from '#schemas/canonical.ts';
import { currentFormat } from '#schemas/migrations.ts';
import { parsePipeline } from '#schemas/validate.ts';

const folders = readdirSync(new URL('.', import.meta.url)).filter((name) => /^format-\d+$/.test(name));

function filesOf(folder: string): { name: string; text: string }[] {
  const url = new URL(`${folder}/`, import.meta.url);
  return readdirSync(url).map((name) => {
    const text = readFileSync(new URL(name, url), 'utf8').replaceAll('\r\n', '\n');
    return { name, text };
  });
}

test('there are documents of every format that ever was', () => {
  const formats = folders.map((folder) => Number(folder.replace('format-', '')));
  const all = Array.from({ length: currentFormat }, (_, index) => index + 1);
  expect(formats.toSorted((a, b) => a - b)).toEqual(all);
  for (const folder of folders) expect(filesOf(folder).length).toBeGreaterThan(0);
});

describe.each(folders)('documents of %s', (folder) => {
  test.each(filesOf(folder))('$name opens', ({ text }) => {
    const { pipeline, errors } = parsePipeline(text);
    expect(errors).toBeUndefined();
    expect(pipeline?.format).toBe(currentFormat);
  });
});

test.each(filesOf(`format-${currentFormat}`))('$name is saved back with the same bytes', ({ text }) => {
  const { pipeline } = parsePipeline(text);
  expect(pipeline && writePipeline(pipeline)).toBe(text);
});
