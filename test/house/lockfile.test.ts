import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './plant.ts';

type Lockfile = {
  readonly packages: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
};

/**
 * The optional packages that the lockfile does not know. `npm ci` refuses such a lockfile, and npm
 * writes one when the registry lacks the package of another system.
 */
function unknownOptional({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !(`node_modules/${name}` in packages) && !(`${place}/node_modules/${name}` in packages),
    ),
  );
}

const registryAddresses = (lockfile: string): string[] =>
  lockfile.match(/"resolved": "http/g) ?? [];

const lockfile = readFileSync(path.join(root, 'package-lock.json'), 'utf8');

test('a lockfile without the package of another system is caught', () => {
  const packages = {
    'node_modules/engine': { optionalDependencies: { 'engine-linux': '1', 'engine-windows': '1' } },
    'node_modules/engine-linux': {},
  };
  expect(unknownOptional({ packages })).toEqual(['engine-windows']);
});

test('the lockfile knows the packages of every system', () => {
  const parsed = JSON.parse(lockfile) as Lockfile;
  expect(Object.keys(parsed.packages)).toContain('node_modules/@duckdb/node-bindings-win32-x64');
  expect(unknownOptional(parsed)).toEqual([]);
});

test('an address in a lockfile is caught', () => {
  expect(registryAddresses('"resolved": "https://example.org/a.tgz",')).toHaveLength(1);
});

test('the lockfile holds checksums and no registry address', () => {
  expect(lockfile).toContain('"integrity": "sha512-');
  expect(registryAddresses(lockfile)).toEqual([]);
});
