import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type TextFile = { readonly file: string; readonly text: string };

/** Files of code: what a person reads and edits, so not what a generator wrote. */
const code = /\.(ts|tsx|js|mjs|css|html|sh)$|^\.ci\/run$/;
const generated = /\.generated\.|^package-lock\.json$/;

/** The text files that git tracks under `root`, binary ones left out. */
export function trackedTexts(root: string): TextFile[] {
  return git(root, 'ls-files', '-z')
    .split('\0')
    .filter((file) => file !== '' && existsSync(path.join(root, file)))
    .map((file) => ({ file, bytes: readFileSync(path.join(root, file)) }))
    .filter(({ bytes }) => !bytes.subarray(0, 8000).includes(0))
    .map(({ file, bytes }) => ({ file, text: bytes.toString('utf8') }));
}

export function trackedCode(root: string): TextFile[] {
  return trackedTexts(root).filter(({ file }) => code.test(file) && !generated.test(file));
}

/** Gives `check` a temporary repository that tracks `files`, and takes it away afterwards. */
export function withRepository<T>(files: readonly TextFile[], check: (root: string) => T): T {
  const root = mkdtempSync(path.join(tmpdir(), 'esteira-repository-'));
  try {
    for (const { file, text } of files) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    git(root, 'init', '-q');
    git(root, 'add', '-f', '.');
    return check(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function git(root: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
