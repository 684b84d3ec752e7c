import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from '../../web/fingerprint.ts';

let folder: string;

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'esteira-fingerprint-'));
  write('web/src/main.tsx', 'one');
  write('package-lock.json', '{}');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['a changed source', 'web/src/main.tsx'],
  ['a new source', 'web/src/canvas/NodeCard.tsx'],
  ['a new icon of a node', 'nodes/data/csv/icon.svg'],
  ['a changed contract', 'schemas/graph.ts'],
  ['changed dependencies', 'package-lock.json'],
  ['a changed page', 'web/index.html'],
  ['a changed way of building', 'vite.config.ts'],
])('%s makes the build stale', (_, file) => {
  const before = fingerprint(folder);
  write(file, 'two');
  expect(fingerprint(folder)).not.toBe(before);
});

test.each([
  'web/src/api.test.ts',
  'web/dist/index.html',
  'server/main.ts',
  'nodes/data/csv/node.ts',
])('%s is no part of the build', (file) => {
  const before = fingerprint(folder);
  write(file, 'two');
  expect(fingerprint(folder)).toBe(before);
});

test('times of change do not count', () => {
  const before = fingerprint(folder);
  utimesSync(path.join(folder, 'web/src/main.tsx'), new Date(0), new Date(0));
  expect(fingerprint(folder)).toBe(before);
});

test('a renamed file counts though its bytes stay', () => {
  write('web/src/a.ts', 'x');
  const before = fingerprint(folder);
  rmSync(path.join(folder, 'web/src/a.ts'));
  write('web/src/b.ts', 'x');
  expect(fingerprint(folder)).not.toBe(before);
});
