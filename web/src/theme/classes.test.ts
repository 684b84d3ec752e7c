/** Class names are global, and which style sheet comes last depends on which page was opened first. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('..', import.meta.url));

test('a class has its looks from one file', async () => {
  const files = (await readdir(SRC, { recursive: true })).filter((name) => name.endsWith('.css'));
  expect(files.length).toBeGreaterThan(40);
  const homes = new Map<string, Set<string>>();
  for (const file of files) {
    const text = readFileSync(`${SRC}/${file}`, 'utf8');
    for (const [, name = ''] of text.matchAll(/^\.([a-z][\w-]*)(?:,| \{)$/gm)) {
      homes.set(name, (homes.get(name) ?? new Set()).add(file));
    }
  }
  const torn = [...homes].filter(([, where]) => where.size > 1);
  expect(torn.map(([name, where]) => `.${name}: ${[...where].join(', ')}`)).toEqual([]);
});
