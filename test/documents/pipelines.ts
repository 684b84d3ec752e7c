// Random documents for property tests.
import fc from 'fast-check';
import type { Pipeline } from '#schemas/types.ts';

const plain = { noNullPrototype: true } as const;
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,8}$/);
const text = fc.string({ unit: 'grapheme' });
const port = fc.record({ node: id, port: id }, plain);
const portType = fc.constantFrom('table' as const, 'model' as const, 'any' as const);

const node = fc.record(
  {
    id,
    type: id,
    version: fc.integer({ min: 1, max: 9 }),
    params: fc.dictionary(text, fc.jsonValue({ stringUnit: 'grapheme' }), plain),
    position: fc.record({ x: fc.integer({ min: -99, max: 99 }), y: fc.constant(0.5) }, plain),
    label: text,
    notes: text,
    pinned: fc.constantFrom('0a'.repeat(32), 'f1'.repeat(32)),
  },
  { ...plain, requiredKeys: ['id', 'type', 'version', 'params', 'position'] },
);

const note = fc.record(
  {
    id,
    text,
    position: fc.record({ x: fc.integer({ min: -99, max: 99 }), y: fc.constant(0.5) }, plain),
    width: fc.integer({ min: 80, max: 4000 }),
    height: fc.integer({ min: 40, max: 4000 }),
    color: fc.constantFrom('yellow' as const, 'grey' as const),
  },
  { ...plain, requiredKeys: ['id', 'text', 'position', 'width', 'height'] },
);

const graph = {
  nodes: fc.uniqueArray(node, { selector: ({ id: key }) => key, maxLength: 5 }),
  edges: fc.array(fc.record({ from: port, to: port }, plain), { maxLength: 5 }),
  parameters: fc.uniqueArray(
    fc.record(
      { name: id, type: fc.constantFrom('text' as const, 'json' as const), default: fc.jsonValue() },
      { ...plain, requiredKeys: ['name', 'type'] },
    ),
    { selector: ({ name }) => name, maxLength: 3 },
  ),
  notes: fc.uniqueArray(note, { selector: ({ id: key }) => key, maxLength: 3 }),
};

const definition = fc.record(
  {
    ...graph,
    name: fc.constant('Sub'),
    inputs: fc.array(fc.record({ name: id, type: portType, to: fc.array(port) }, plain)),
    outputs: fc.array(fc.record({ name: id, type: portType, from: port }, plain)),
  },
  {
    ...plain,
    requiredKeys: ['name', 'parameters', 'inputs', 'outputs', 'nodes', 'edges'],
  },
);

/** Documents that open: the keys of every object in random order. */
export const pipelines: fc.Arbitrary<Pipeline> = fc.record(
  {
    ...graph,
    definitions: fc.dictionary(id, definition, { ...plain, maxKeys: 2 }),
    format: fc.constant(1 as const),
    seed: fc.nat(),
    name: fc.constant('Test “ç” 😀'),
    description: text,
  },
  { ...plain, requiredKeys: ['format', 'name', 'nodes', 'edges', 'definitions', 'parameters', 'seed'] },
);
