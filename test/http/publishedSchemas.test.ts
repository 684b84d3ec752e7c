import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import type { NodeType, Pipeline } from '#schemas/types.ts';
import type { TemplateSummary } from '#server/services/types.ts';
import { NODES_DIR } from '#server/catalogue/load.ts';
import { openServer, type TestServer } from './support/server.ts';

type Mistakes = (document: Pipeline) => readonly string[];

/** What somebody else writes, in any language, with nothing of ours but what the server publishes. */
async function thirdParty({ ask }: TestServer): Promise<Mistakes> {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const { json: names } = await ask<string[]>('GET', '/api/schemas');
  for (const name of names) {
    ajv.addSchema((await ask<object>('GET', `/api/schemas/${name}`)).json);
  }
  const { json: types } = await ask<NodeType[]>('GET', '/api/nodes');
  return (document) => {
    const at = (place: string) => (ajv.errors ?? []).map((error) => place + error.instancePath);
    const graph = ajv.validate('urn:esteira:schema:pipeline', document) ? [] : at('');
    const params = document.nodes.flatMap((node) => {
      const type = types.find((one) => one.type === node.type);
      if (type === undefined) return [`${node.id}: no type ${node.type}`];
      return ajv.validate(type.params, withoutReferences(node.params)) ? [] : at(node.id);
    });
    return [...graph, ...params];
  };
}

/** A reference stands for a value that is given later; what is absent has its default. */
function withoutReferences(params: object): object {
  const given = Object.entries(params).filter(
    ([, value]) => !Object.hasOwn((value ?? {}) as object, '$param'),
  );
  return Object.fromEntries(given);
}

const add = (...args: readonly unknown[]): object => ({ kind: 'call', fn: 'add', args });
const column = { kind: 'column', name: 'x' };
const one = { kind: 'literal', value: 1, type: 'int64' };
const lookup = { kind: 'lookup', of: column, keys: ['a'], values: [1], otherwise: null };

test('the published schemas are enough to check a whole graph, formulas included', async () => {
  const server = await openServer({ nodesDir: NODES_DIR });
  const mistakes = await thirdParty(server);
  const { json: templates } = await server.ask<TemplateSummary[]>('GET', '/api/templates');
  for (const { id } of templates) {
    const { json } = await server.ask<Pipeline>('GET', `/api/templates/${id}`);
    expect(mistakes(json), id).toEqual([]);
  }
  const { json: template } = await server.ask<Pipeline>('GET', '/api/templates/classify');
  const formula = (expression: unknown): Pipeline => ({
    ...template,
    edges: [],
    nodes: [
      {
        id: 'f',
        type: 'formula',
        version: 1,
        params: { name: 'z', expression },
        position: { x: 0, y: 0 },
      },
    ],
  });
  const fitting = [null, one, add(column, one), add({ ...lookup, type: 'float64' }, add(one, one))];
  for (const expression of fitting) expect(mistakes(formula(expression))).toEqual([]);
  const unfit = ['x + 1', {}, { kind: 'sum' }, add('x'), lookup, { ...one, more: 1 }];
  for (const expression of unfit) {
    expect(mistakes(formula(expression)), JSON.stringify(expression)).not.toEqual([]);
  }
  expect(mistakes({ ...template, seed: -1 })).toEqual(['/seed']);
});
