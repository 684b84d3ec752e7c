// `npm run bench -- [group] [--json]`: measures, one module after the other, each in a process of its own. A module
// is a file below this folder that exports `figures`; a group is what stands before the dot of a figure's name.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine } from './machine.ts';
import { table, type Figure } from './figure.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [group] = positionals;
const started = performance.now();
const since = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Told by their text, for to import a module is to load what it measures. */
function modules(): string[] {
  const files = globSync('*/**/*.ts', { cwd: import.meta.dirname }).sort();
  return files
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => {
      const text = readFileSync(path.join(import.meta.dirname, file), 'utf8');
      const measures = /^export (async )?function figures\b|^export const figures\b/m.test(text);
      const named = [...text.matchAll(/['"`]([a-z]+)\./g)].map((match) => match[1]);
      return measures && (group === undefined || named.includes(group));
    });
}

async function measure(file: string): Promise<readonly Figure[]> {
  const child = fork(path.join(import.meta.dirname, 'one.ts'), [file], {
    execArgv: ['--expose-gc'],
    // What a module prints must not stand between the lines of figures.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  let figures: readonly Figure[] | undefined;
  child.on('message', (message) => (figures = message as readonly Figure[]));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0 || figures === undefined) throw new Error(`${file} could not be measured.`);
  return figures.filter(({ name }) => group === undefined || name.startsWith(`${group}.`));
}

const files = modules();
if (files.length === 0) {
  console.error(`Nothing measures a group “${group ?? ''}”.`);
  process.exit(2);
}
console.error(describeMachine());
const all: Figure[] = [];
for (const file of files) {
  const from = performance.now();
  try {
    const figures = await measure(file);
    all.push(...figures);
    if (values.json) for (const figure of figures) console.log(JSON.stringify(figure));
    console.error(`${file}: ${since(from)}`);
  } catch (error) {
    console.error(String(error));
    process.exitCode = 1;
  }
}
if (!values.json) console.log(table(all));
console.error(`All: ${since(started)}`);
