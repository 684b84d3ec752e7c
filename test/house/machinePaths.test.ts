import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './plant.ts';
import { trackedTexts, withRepository } from './repository.ts';

// Put together from pieces, so that this file does not hold what it looks for.
const [home, users, ...others] = ['home', 'Users', 'root', 'work'];
const folders = [home, users, ...others].join('|');
const machinePath = new RegExp(`(?<![\\w.#@~}-])/(${folders})/\\w|[A-Z]:\\\\+${users}\\\\`);

function withMachinePath(repository: string): string[] {
  return trackedTexts(repository)
    .filter(({ text }) => machinePath.test(text) || text.includes(path.join(root, '/')))
    .map(({ file }) => file);
}

test('a path of one machine is caught in any text file', () => {
  const planted = [
    { file: 'nodes/a.ts', text: `const a = '/${home}/maria/data.csv';\n` },
    { file: 'docs/b.md', text: `Open /${users}/joao/esteira.\n` },
    { file: 'c.json', text: `{ "c": "C:\\\\${users}\\\\ana" }\n` },
    { file: 'server/work/clean.ts', text: `import '#server/work/queue.ts';\n` },
    { file: 'clean.md', text: 'See server/work/ and ./home/page.\n' },
  ];
  expect(withRepository(planted, withMachinePath).sort()).toEqual([
    'c.json',
    'docs/b.md',
    'nodes/a.ts',
  ]);
});

test('no tracked file holds a path of one machine', () => {
  expect(trackedTexts(root).length).toBeGreaterThan(0);
  expect(withMachinePath(root)).toEqual([]);
});
