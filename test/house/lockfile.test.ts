import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { registryAddresses, unknownOptional, withGypfile, type Lockfile } from './lockfile.ts';
import { root } from './plant.ts';

const text = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
const lockfile = JSON.parse(text) as Lockfile;

test('a lockfile without the package of another system is caught', () => {
  const packages = {
    'node_modules/engine': { optionalDependencies: { 'engine-linux': '1', 'engine-windows': '1' } },
    'node_modules/engine-linux': {},
  };
  expect(unknownOptional({ packages })).toEqual(['engine-windows']);
});

test('the lockfile knows the packages of every system', () => {
  expect(Object.keys(lockfile.packages)).toContain('node_modules/@duckdb/node-bindings-win32-x64');
  expect(unknownOptional(lockfile)).toEqual([]);
});

test('a package that brings its binaries is marked, and nothing else changes', () => {
  const before = { packages: { '': {}, 'node_modules/a': {}, 'node_modules/b': {} } };
  expect(withGypfile(before, (place) => place === 'node_modules/b')).toEqual({
    packages: { '': {}, 'node_modules/a': {}, 'node_modules/b': { gypfile: false } },
  });
});

test('no npm compiles better-sqlite3, which brings its binaries', () => {
  expect(lockfile.packages['node_modules/better-sqlite3']?.gypfile).toBe(false);
});

test('an address in a lockfile is caught', () => {
  expect(registryAddresses('"resolved": "https://example.org/a.tgz",')).toHaveLength(1);
});

test('the lockfile holds checksums and no registry address', () => {
  expect(text).toContain('"integrity": "sha512-');
  expect(registryAddresses(text)).toEqual([]);
});
