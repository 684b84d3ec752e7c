// Builds the web when there is no build or when what it is made of has changed, so that
// `npm ci && npm start` is all that a fresh clone needs.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from './fingerprint.ts';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(import.meta.dirname, 'dist');
const stamp = path.join(dist, '.fingerprint');

/** Says whether it had to build. */
export async function buildIfStale(): Promise<boolean> {
  const wanted = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  // The stamp goes first and comes back last: a build cut off half-way is never taken for a whole one.
  rmSync(stamp, { force: true });
  // Whoever builds, a test included, builds what people get: Vite heeds what the environment says.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('vite');
  await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' });
  if (before === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = before;
  writeFileSync(stamp, wanted);
  return true;
}

if (import.meta.main) {
  const started = performance.now();
  if (await buildIfStale()) {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.error(`Built the web in ${seconds} s.`);
  }
}
