// npm runs this after every change of node_modules (the script "dependencies" of package.json).
//
// A package that brings its binaries says `gypfile: false`, so that npm compiles nothing. npm leaves
// that out of the lockfile, and npm 10, which comes with Node 20, then compiles after all: that fails
// on a machine with only Node and npm. npm reads the field where it stands, so it is put back.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Lockfile = {
  readonly packages: Readonly<
    Record<
      string,
      { readonly gypfile?: false; readonly optionalDependencies?: Readonly<Record<string, string>> }
    >
  >;
};

/** The same lockfile, with `gypfile: false` at each place that `shipsBinaries` is true of. */
export function withGypfile<T extends Lockfile>(
  lockfile: T,
  shipsBinaries: (place: string) => boolean,
): T {
  const packages = Object.entries(lockfile.packages).map(([place, entry]) => [
    place,
    place !== '' && shipsBinaries(place) ? { ...entry, gypfile: false } : entry,
  ]);
  return { ...lockfile, packages: Object.fromEntries(packages) as T['packages'] };
}

/**
 * The optional packages that the lockfile does not know. `npm ci` refuses such a lockfile, and npm
 * writes one when the registry lacks the package of another system.
 */
export function unknownOptional({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !(`node_modules/${name}` in packages) && !(`${place}/node_modules/${name}` in packages),
    ),
  );
}

export const registryAddresses = (lockfile: string): string[] =>
  lockfile.match(/"resolved": "http/g) ?? [];

function declaresNoGypfile(root: string, place: string): boolean {
  const manifest = path.join(root, place, 'package.json');
  if (!existsSync(manifest)) return false;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { gypfile?: unknown }).gypfile === false;
}

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '../..');
  const file = path.join(root, 'package-lock.json');
  const before = readFileSync(file, 'utf8');
  const mended = withGypfile(JSON.parse(before) as Lockfile, (place) =>
    declaresNoGypfile(root, place),
  );
  const after = `${JSON.stringify(mended, null, 2)}\n`;
  if (after !== before) writeFileSync(file, after);
}
