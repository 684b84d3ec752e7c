import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the build is made of. Tests and the build's own output are not in it. */
const inputs = [
  'package-lock.json',
  'vite.config.ts',
  'web/*.{html,ts,json}',
  'web/{src,public}/**/*.*',
  'schemas/**/*.{ts,json}',
  'nodes/*/*/icon.svg',
];

/**
 * A hash of the paths and bytes of everything that goes into the build of the web. Times of change
 * are no help: a checkout sets them anew.
 */
export function fingerprint(root: string): string {
  const files = globSync(inputs, { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = readFileSync(path.join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
