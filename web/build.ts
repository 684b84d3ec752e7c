// Builds the web when there is no build or when what it is made of has changed, so that
// `npm ci && npm start` is all that a fresh clone needs.

import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fingerprint } from './fingerprint.ts';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(import.meta.dirname, 'dist');
const stamp = path.join(dist, '.fingerprint');
const turn = path.join(root, 'node_modules', '.web-build');
const LONGEST_BUILD = 60_000;

/** Says whether it had to build. Of several processes at once, one builds and the others wait for it. */
export async function buildIfStale(): Promise<boolean> {
  const wanted = fingerprint(root);
  const isFresh = (): boolean => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isFresh()) return false;
  await takeTurn();
  try {
    if (isFresh()) return false;
    // The stamp goes first and comes back last: a build cut off half-way is never taken for a whole one.
    rmSync(stamp, { force: true });
    await build();
    writeFileSync(stamp, wanted);
    return true;
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

async function build(): Promise<void> {
  // Whoever builds, a test included, builds what people get: Vite heeds what the environment says.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  const vite = await import('vite');
  await vite.build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'error' });
  if (before === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = before;
}

/** A folder is made by one process alone; one that is left behind by a process that died grows old. */
async function takeTurn(): Promise<void> {
  for (;;) {
    try {
      mkdirSync(turn);
      return;
    } catch {
      const age = Date.now() - (statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > LONGEST_BUILD) rmSync(turn, { recursive: true, force: true });
      await setTimeout(100);
    }
  }
}

if (import.meta.main) {
  const started = performance.now();
  if (await buildIfStale()) {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.error(`Built the web in ${seconds} s.`);
  }
}
