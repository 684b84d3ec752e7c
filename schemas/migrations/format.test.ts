import { describe, expect, test } from 'vitest';
import type { EsteiraError } from '../errors.ts';
import type { JsonObject } from '../types.ts';
import { currentFormat, migrateDocument } from './format.ts';
import { documentChain, type DocumentStep } from './formatChain.ts';

const nameSeed: DocumentStep = {
  to: 2,
  name: 'call-random-seed-seed',
  up: ({ random, ...rest }) => ({ ...rest, seed: random ?? 0 }),
};
const listTags: DocumentStep = {
  to: 3,
  name: 'split-tags-into-a-list',
  up: (document) => ({ ...document, tags: (document['tags'] as string).split(' ') }),
};

function migrated(document: JsonObject): JsonObject | EsteiraError {
  return migrateDocument(document, documentChain(3, [nameSeed, listTags]));
}

describe('a chain of document steps', () => {
  test('brings each older format to the current one and leaves that as it is', () => {
    const newest = { format: 3, seed: 7, tags: ['a', 'b'] };
    expect(migrated({ format: 1, random: 7, tags: 'a b' })).toEqual(newest);
    expect(migrated({ format: 2, seed: 7, tags: 'a b' })).toEqual(newest);
    expect(migrated(newest)).toBe(newest);
  });

  test('does not change what it was given', () => {
    const old = Object.freeze({ format: 1, random: 7, tags: 'a b' });
    migrated(old);
    expect(old).toEqual({ format: 1, random: 7, tags: 'a b' });
  });

  test('refuses to load with a gap, with a step too few or too many', () => {
    expect(() => documentChain(3, [nameSeed])).toThrow('format 2, not to 3');
    expect(() => documentChain(3, [listTags])).toThrow('“split-tags-into-a-list” leads to 3');
    expect(() => documentChain(2, [nameSeed, listTags])).toThrow('format 3, not to 2');
    expect(() => documentChain(1, [])).not.toThrow();
  });

  test('names the step that failed', () => {
    const failing = { ...nameSeed, up: () => JSON.parse('{') as JsonObject };
    const result = migrateDocument({ format: 1 }, documentChain(2, [failing]));
    expect(result).toMatchObject({
      code: 'document-migration-failed',
      params: { step: 'call-random-seed-seed' },
      cause: expect.any(SyntaxError) as unknown,
    });
  });
});

test('the current format needs no step, and a newer one is refused', () => {
  const current = { format: currentFormat, anything: 1 };
  expect(migrateDocument(current)).toBe(current);
  expect(migrateDocument({ format: currentFormat + 1 })).toMatchObject({
    code: 'document-newer-format',
  });
});
