import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { NODES_DIR } from '#server/catalogue/load.ts';
import { description } from './support/client.ts';
import { openServer } from './support/server.ts';

const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => ({ path, method: method.toUpperCase() })),
);

const names = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc.constantFrom(
    '..',
    '%2e%2e',
    '__proto__',
    'constructor',
    '\0',
    '-1',
    'null',
    'a/b',
    '💥',
    '\ud800',
  ),
);

/** Documents that are nearly right are the ones that get far. */
const documents = fc.record(
  {
    format: fc.constantFrom(1, 0, 99, '1', null),
    name: fc.oneof(fc.constant('x'), fc.string(), fc.constant(null)),
    nodes: fc.array(
      fc.oneof(
        fc.record({
          id: fc.oneof(fc.constantFrom('a', 'b', 'a'), names),
          type: fc.constantFrom(
            'sample-data',
            'formula',
            'filter-rows',
            'subflow',
            '__proto__',
            'none',
          ),
          version: fc.constantFrom(1, 2, -1, 'x'),
          params: fc.oneof(fc.dictionary(names, fc.jsonValue()), fc.jsonValue()),
          position: fc.constant({ x: 0, y: 0 }),
        }),
        fc.jsonValue(),
      ),
      { maxLength: 3 },
    ),
    edges: fc.oneof(
      fc.constant([{ from: { node: 'a', port: 'table' }, to: { node: 'b', port: 'table' } }]),
      fc.jsonValue(),
    ),
    definitions: fc.oneof(fc.constant({}), fc.dictionary(names, fc.jsonValue())),
    parameters: fc.oneof(fc.constant([]), fc.jsonValue()),
    seed: fc.oneof(fc.constant(1), fc.double(), fc.jsonValue()),
  },
  { requiredKeys: [] },
);

const bodies = fc.oneof(
  fc.jsonValue(),
  documents,
  fc.record(
    { document: documents, params: fc.jsonValue(), targets: fc.jsonValue() },
    { requiredKeys: ['document'] },
  ),
  fc.record({
    document: fc.constant(pipeline({ nodes: { a: ['sample-data'] } })),
    node: names,
    port: names,
  }),
);

test('whatever is sent, the answer is no fault of ours, as described, and without a stack', async () => {
  const { ask, logged } = await openServer({ nodesDir: NODES_DIR, command: true });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...operations),
      fc.array(names, { minLength: 2, maxLength: 2 }),
      fc.dictionary(fc.constantFrom('limit', 'after', 'name', 'trashed', 'x'), names, {
        maxKeys: 2,
      }),
      bodies,
      fc.constantFrom('"1"', '*', 'x', '"1", "2"'),
      async ({ path, method }, parts, query, body, match) => {
        const values = parts.map((part) => encodeURIComponent(part.toWellFormed()));
        const address = path.replace(/\{\w+\}/g, () => values.pop()!);
        const asked = new URLSearchParams(query).toString();
        const headers = { 'if-match': match };
        const json = method === 'GET' ? {} : { json: body };
        const { status, text } = await ask(method, `${address}?${asked}`, { headers, ...json });
        expect(
          status,
          `${method} ${address} ${JSON.stringify(body)} ${logged.join('\n')}`,
        ).toBeLessThan(500);
        expect(text).not.toMatch(/\n\s+at /);
      },
    ),
    { numRuns: 400 },
  );
  expect(logged).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
