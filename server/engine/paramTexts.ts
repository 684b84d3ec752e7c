/** A node's params as its key holds them. */
import { canonicalJson } from '#schemas/canonical.ts';
import type { DatasetRef } from '#schemas/types.ts';
import { sha256 } from './hash.ts';

/** Texts up to this length stand in a record as they are; longer ones by their hash. */
const LONGEST_TEXT = 64;

/** One text per param. A data set counts by its hash alone: renaming it changes no result. */
export function paramTexts(
  params: { readonly [name: string]: unknown },
  sources: { [path: string]: DatasetRef },
): { readonly [name: string]: string } {
  const names = Object.keys(params).sort();
  return Object.fromEntries(
    names.map((name) => {
      const text = canonicalJson(withoutNames(params[name], name, sources));
      return [name, text.length > LONGEST_TEXT ? sha256(text) : text];
    }),
  );
}

function withoutNames(
  value: unknown,
  path: string,
  sources: { [path: string]: DatasetRef },
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((item, at) => withoutNames(item, `${path}/${at}`, sources));
  }
  if (isDatasetRef(value)) {
    sources[path] = value;
    return { hash: path };
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      withoutNames(member, `${path}/${name}`, sources),
    ]),
  );
}

function isDatasetRef(value: object): value is DatasetRef {
  if (!('dataset' in value && 'hash' in value)) return false;
  return Object.keys(value).length === 2 && typeof value.hash === 'string';
}
