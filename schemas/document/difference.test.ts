import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pipeline, PipelineNode } from '../types.ts';
import { differenceOf, isSame } from './difference.ts';
import { documentAsGiven } from './given.ts';

const node = (id: string, params: PipelineNode['params'] = {}): PipelineNode => ({
  id,
  type: 'select-columns',
  version: 1,
  params,
  position: { x: 0, y: 0 },
});
const wire = (from: string, to: string) => ({
  from: { node: from, port: 'table' },
  to: { node: to, port: 'tables' },
});
const base: Pipeline = {
  format: 1,
  name: 'Birds',
  nodes: [],
  edges: [],
  definitions: {},
  parameters: [],
  seed: 1,
};

const params = fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.jsonValue(), {
  noNullPrototype: true,
});
const documents = fc
  .uniqueArray(fc.constantFrom('n1', 'n2', 'n3', 'n4', 'n5'), { minLength: 2 })
  .chain((ids) =>
    fc.record({
      format: fc.constant(1 as const),
      name: fc.string({ minLength: 1 }),
      nodes: fc.tuple(
        ...ids.map((id) => params.map((own) => node(id, own as PipelineNode['params']))),
      ),
      edges: fc.uniqueArray(
        fc
          .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))
          .map(([from, to]) => wire(from, to)),
        { selector: ({ from, to }) => `${from.node}>${to.node}` },
      ),
      definitions: fc.constant({}),
      parameters: fc.constant([]),
      seed: fc.nat(),
    }),
  ) as fc.Arbitrary<Pipeline>;

test('a document does not differ from itself, whatever stands in it and wherever its nodes stand', () => {
  fc.assert(
    fc.property(documents, fc.integer(), (document, shift) => {
      const copy = JSON.parse(JSON.stringify(document)) as Pipeline;
      const moved = copy.nodes.map((each) => ({ ...each, position: { x: shift, y: -shift } }));
      expect(isSame(differenceOf(document, { ...copy, nodes: moved }))).toBe(true);
    }),
  );
});

test('exactly the edits that were made are told, and the other way round their reverse', () => {
  fc.assert(
    fc.property(documents, fc.nat(), (document, pick) => {
      const at = pick % document.nodes.length;
      const edited = document.nodes[at]!;
      const gone = document.nodes[(at + 1) % document.nodes.length]!;
      const kept = document.edges.filter(({ from, to }) => ![from.node, to.node].includes(gone.id));
      const after: Pipeline = {
        ...document,
        seed: document.seed + 1,
        nodes: [
          ...document.nodes
            .filter(({ id }) => id !== gone.id)
            .map((each) =>
              each === edited ? { ...each, params: { ...each.params, planted: 'new' } } : each,
            ),
          node('added'),
        ],
        edges: [...kept, wire(edited.id, 'added')],
      };
      const told = differenceOf(document, after);
      expect(told.nodes.added.map(({ id }) => id)).toEqual(['added']);
      expect(told.nodes.removed.map(({ id }) => id)).toEqual([gone.id]);
      expect(told.nodes.changed.map(({ id, params: own, fields }) => [id, own, fields])).toEqual([
        [edited.id, [{ name: 'planted', before: undefined, after: 'new' }], []],
      ]);
      expect(told.wires.added).toEqual([wire(edited.id, 'added')]);
      expect(told.wires.removed).toHaveLength(document.edges.length - kept.length);
      expect(told.wires.reordered).toEqual([]);
      expect(told.fields.map(({ name }) => name)).toEqual(['seed']);
      const back = differenceOf(after, document);
      expect(back.nodes.added).toEqual(told.nodes.removed);
      expect(back.nodes.removed).toEqual(told.nodes.added);
      expect(back.wires.added).toEqual(told.wires.removed);
    }),
  );
});

test('labels, versions, subflows, parameters and the order of wires are told as well', () => {
  const inner = { name: 'Inner', parameters: [], inputs: [], outputs: [], edges: [] };
  const before: Pipeline = {
    ...base,
    nodes: [node('a'), node('b'), node('c')],
    edges: [wire('a', 'c'), wire('b', 'c')],
    parameters: [{ name: 'file', type: 'dataset' }],
    definitions: { prepare: { ...inner, nodes: [node('x', { n: 1 })] } },
  };
  const after: Pipeline = {
    ...before,
    nodes: [{ ...node('a'), label: 'First', version: 2 }, node('b'), node('c')],
    edges: [wire('b', 'c'), wire('a', 'c')],
    parameters: [{ name: 'file', type: 'dataset', label: 'File' }],
    definitions: {
      prepare: { ...inner, name: 'Prepare', nodes: [node('x', { n: 2 })] },
      other: { ...inner, nodes: [] },
    },
  };
  const { nodes, wires, parameters, definitions } = differenceOf(before, after);
  expect(nodes.changed.map(({ id, fields }) => [id, fields.toSorted()])).toEqual([
    ['a', ['label', 'version']],
  ]);
  expect(wires).toEqual({ added: [], removed: [], reordered: [{ node: 'c', port: 'tables' }] });
  expect(parameters.changed).toHaveLength(1);
  expect(definitions.added).toEqual(['other']);
  expect(definitions.changed).toMatchObject([
    { id: 'prepare', fields: ['name'], graph: { nodes: { changed: [{ id: 'x' }] } } },
  ]);
});

test('a document as a run took it has the values that were given, else the defaults', () => {
  const document: Pipeline = {
    ...base,
    nodes: [
      node('a', { column: { $param: 'target' }, list: [{ $param: 'n' }, { $param: 'lost' }] }),
    ],
    parameters: [
      { name: 'target', type: 'column', default: 'y' },
      { name: 'n', type: 'number', default: 3 },
    ],
  };
  const given = documentAsGiven(document, { target: 'z' });
  expect(given.nodes[0]!.params).toEqual({ column: 'z', list: [3, { $param: 'lost' }] });
  expect(given.parameters).toEqual([]);
  const told = differenceOf(documentAsGiven(document), given);
  expect(told.nodes.changed[0]!.params).toEqual([{ name: 'column', before: 'y', after: 'z' }]);
});
