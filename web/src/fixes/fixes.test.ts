/** Each remedy against the server that tells the problem: done, the problem is gone; undone, the document is the same. */
import { expect, test } from 'vitest';
import { NODES_DIR } from '#server/catalogue/load.ts';
import type { Json, Pipeline, Problem } from '#schemas/types.ts';
import { toProblem } from '#schemas/errors.ts';
import { fixesFor, type Fix } from './index.ts';
import { createEditor, type Editor } from '../store/editor.ts';
import { pipelineOf } from '../store/document.ts';
import { pipeline } from '../../../test/support/fakeNodes/pipeline.ts';
import { actor, sharedServices } from '../../../test/support/services.ts';

const shared = sharedServices({ command: true, nodesDir: NODES_DIR });

const rows: readonly [string, string, string | number][] = [
  ['city', 'category', 'Recife'],
  ['age', 'number', 30],
  ['income', 'number', 1000],
  ['bought', 'category', 'yes'],
];
const data = {
  columns: rows.map(([name, type]) => ({ name, type })),
  rows: [rows.map(([, , cell]) => cell), rows.map(([, , cell]) => cell)],
};
const dated = {
  columns: [
    { name: 'since', type: 'date' },
    { name: 'bought', type: 'category' },
  ],
  rows: [
    ['2025-02-01', 'yes'],
    ['2025-03-01', 'no'],
  ],
};
const yearLast = {
  columns: [
    { name: 'species', type: 'category' },
    { name: 'year', type: 'number' },
  ],
  rows: [
    ['Adelie', 2007],
    ['Gentoo', 2008],
  ],
};
const withRole = { target: 'bought' };
const ofIncome = { target: 'income' };

async function problemsOf(document: Pipeline): Promise<readonly Problem[]> {
  const { outputs, problems } = await shared.esteira.previews.schemas(actor, { document });
  schemas = outputs;
  return problems.map((problem) => toProblem(problem, 'en'));
}

let schemas: Awaited<ReturnType<typeof shared.esteira.previews.schemas>>['outputs'] = {};

async function open(document: Pipeline): Promise<Editor> {
  const editor = createEditor();
  editor.setCatalogue(await shared.esteira.catalogue.nodes(actor));
  editor.open({ id: 'p', revision: 1, document });
  const problems = await problemsOf(document);
  const { analysis } = editor.get();
  editor.set({ analysis: { ...analysis, status: 'fresh', schemas, problems } });
  return editor;
}

const textOf = (editor: Editor): string => JSON.stringify(pipelineOf(editor.get().document));

type Wanted = readonly [id: Fix['id'], words?: string | number];
type Case = readonly [code: string, wanted: readonly Wanted[], document: () => Pipeline];

const one = (
  type: string,
  params: Record<string, Json> = {},
  table: Record<string, Json> = data,
): Pipeline =>
  pipeline({
    nodes: { data: ['manual-table', table], it: [type, params] },
    wires: ['data.table > it.table'],
  });

const filter = (column: string): Json => ({
  kind: 'call',
  fn: 'gt',
  args: [
    { kind: 'column', name: column },
    { kind: 'literal', value: 3, type: 'int64' },
  ],
});

const cases: readonly Case[] = [
  ['column-unknown', [['use', 'age']], () => one('select-columns', { columns: ['city', 'agge'] })],
  [
    'column-unknown',
    [['drop-column', 'weight']],
    () => one('select-columns', { columns: ['city', 'weight'] }),
  ],
  [
    'column-unknown',
    [['drop-columns', 3]],
    () => one('set-roles', { target: 'bought', id: ['CPF', 'phone'], ignored: ['weight', 'city'] }),
  ],
  [
    'column-wrong-type',
    [['drop-column', 'city']],
    () => one('scale', { columns: ['city', 'age'] }),
  ],
  [
    'expression-column-unknown',
    [['use', 'age']],
    () => one('filter-rows', { condition: filter('agee') }),
  ],
  ['value-too-large', [['use', '99']], () => one('split-data', { train: 400 })],
  [
    'value-not-among',
    [['use', 'A number for each category']],
    () => one('encode-categories', { method: 'ordnal' }),
  ],
  [
    'split-data.no-test',
    [
      ['default', 'To tune with (validation)'],
      ['default', 'To learn from (train)'],
    ],
    () => one('split-data', { train: 95, validation: 10 }),
  ],
  ['value-not-among', [['default']], () => one('encode-categories', { method: 'zzzzzz' })],
  ['value-wrong-type', [['default']], () => one('encode-categories', { maxCategories: 'many' })],
  ['field-unknown', [['remove-unknown', 'colour']], () => one('scale', { colour: 'red' })],
  [
    'parameter-unknown',
    [['unbind', 'gone']],
    () => one('encode-categories', { maxCategories: { $param: 'gone' } }),
  ],
  ['target-not-set', [['target', 'bought']], () => one('baseline')],
  ['target-not-set', [['target', 'species']], () => one('baseline', {}, yearLast)],
  [
    'target-not-set',
    [['target', 'bought']],
    () =>
      pipeline({
        nodes: { data: ['manual-table', data], roles: ['set-roles'], it: ['baseline'] },
        wires: ['data.table > roles.table', 'roles.table > it.table'],
      }),
  ],
  [
    'feature-not-number',
    [['insert', 'Encode categories']],
    () =>
      pipeline({
        nodes: {
          data: ['manual-table', data],
          roles: ['set-roles', withRole],
          it: ['logistic-regression'],
        },
        wires: ['data.table > roles.table', 'roles.table > it.table'],
      }),
  ],
  [
    'feature-not-number',
    [['insert', 'Date parts']],
    () =>
      pipeline({
        nodes: {
          data: ['manual-table', dated],
          roles: ['set-roles', { target: 'bought' }],
          coded: ['encode-categories'],
          it: ['logistic-regression'],
        },
        wires: ['data.table > roles.table', 'roles.table > coded.table', 'coded.table > it.table'],
      }),
  ],
  [
    'learner-needs-number',
    [['replace', 'Logistic regression']],
    () => learning('linear-regression', withRole),
  ],
  [
    'learner-needs-category',
    [['replace', 'Linear regression']],
    () => learning('logistic-regression', ofIncome),
  ],
  [
    'input-not-wired',
    [['connect', 'Manual table']],
    () => pipeline({ nodes: { data: ['manual-table', data], it: ['scale'] } }),
  ],
  [
    'input-wired-twice',
    [['remove-wire']],
    () =>
      pipeline({
        nodes: { data: ['manual-table', data], more: ['manual-table', data], it: ['scale'] },
        wires: ['data.table > it.table', 'more.table > it.table'],
      }),
  ],
  [
    'port-types-differ',
    [['insert'], ['insert'], ['remove-wire']],
    () =>
      pipeline({
        nodes: { data: ['manual-table', data], it: ['predict'] },
        wires: ['data.table > it.model', 'data.table > it.table'],
      }),
  ],
  ['port-types-differ', [['insert', 'Predict'], ['remove-wire']], judgedAtOnce],
  [
    'edge-port-unknown',
    [['remove-wire']],
    () =>
      pipeline({
        nodes: { data: ['manual-table', data], it: ['scale'] },
        wires: ['data.table > it.table', 'data.rows > it.rows'],
      }),
  ],
  [
    'graph-cycle',
    [['remove-wire']],
    () =>
      pipeline({
        nodes: { a: ['scale'], b: ['scale'], c: ['scale'] },
        wires: ['a.table > b.table', 'b.table > c.table', 'c.table > a.table'],
      }),
  ],
  ['node-type-unknown', [['remove-node']], () => one('of-another-world')],
  // Where only a person can say what is meant, there is the way to the field.
  ['dataset-not-chosen', [['choose', 'File']], () => pipeline({ nodes: { it: ['csv-file'] } })],
  [
    'dataset-missing',
    [['choose', 'File']],
    () =>
      pipeline({
        nodes: { it: ['csv-file', { file: { dataset: 'a.csv', hash: 'f'.repeat(64) } }] },
      }),
  ],
  ['param-required', [['choose', 'Condition']], () => one('filter-rows')],
  ['expression-empty', [['choose', 'Formula']], () => one('formula', { name: 'x' })],
  [
    'columns-not-chosen',
    [['drop-item', 2]],
    () =>
      one('rename-columns', {
        names: [
          { column: 'age', name: 'a' },
          { column: '', name: '' },
        ],
      }),
  ],
  [
    'columns-none',
    [['default']],
    () => one('select-columns', { columns: data.columns.map(({ name }) => name), action: 'drop' }),
  ],
  [
    'column-repeated',
    [['use', 'age_2']],
    () => one('formula', { name: 'age', expression: filter('age') }),
  ],
  ['target-missing', [['target', 'bought']], () => one('set-roles', { target: 'gone' })],
  [
    'features-none',
    [['features-all']],
    () => learning('logistic-regression', { ...withRole, ignored: ['city', 'age', 'income'] }),
  ],
  [
    'set-roles.several-roles',
    [
      ['one-role', 'age'],
      ['one-role', 'age'],
    ],
    () => one('set-roles', { id: ['age'], ignored: ['age'] }),
  ],
  [
    'manual-table.row-too-long',
    [['cut-row', 1]],
    () =>
      pipeline({
        nodes: { it: ['manual-table', { ...data, rows: [['Recife', 30, 1, 'yes', 'more']] }] },
      }),
  ],
  [
    'value-not-convertible',
    [['as-text', 'since'], ['empty-cell']],
    () =>
      pipeline({ nodes: { it: ['manual-table', { ...dated, rows: [['31/03/2026', 'yes']] }] } }),
  ],
  [
    'predictions-missing',
    [['insert', 'Predict']],
    () => {
      const { nodes, edges, ...others } = learning('logistic-regression', withRole);
      const metrics = { id: 'judged', type: 'classification-metrics', version: 1, params: {} };
      const wire = {
        from: { node: 'coded', port: 'table' },
        to: { node: 'judged', port: 'table' },
      };
      return {
        ...others,
        nodes: [...nodes, { ...metrics, position: { x: 800, y: 0 } }],
        edges: [...edges, wire],
      };
    },
  ],
  [
    'definition-unknown',
    [['remove-node']],
    () => pipeline({ nodes: { it: ['subflow', { definition: 'gone' }] } }),
  ],
];

function learning(type: string, roles: Record<string, Json>): Pipeline {
  return pipeline({
    nodes: {
      data: ['manual-table', data],
      roles: ['set-roles', roles],
      coded: ['encode-categories'],
      it: [type],
    },
    wires: ['data.table > roles.table', 'roles.table > coded.table', 'coded.table > it.table'],
  });
}

/** Metrics that were given the model rather than its predictions. */
function judgedAtOnce(): Pipeline {
  const { nodes, edges, ...others } = learning('logistic-regression', withRole);
  const metrics = { id: 'judged', type: 'classification-metrics', version: 1, params: {} };
  return {
    ...others,
    nodes: [...nodes, { ...metrics, position: { x: 800, y: 0 } }],
    edges: [
      ...edges,
      { from: { node: 'it', port: 'model' }, to: { node: 'judged', port: 'table' } },
    ],
  };
}

test('a node that goes between is wired with all that it needs', async () => {
  const editor = await open(judgedAtOnce());
  const problem = editor.get().analysis.problems.find((each) => each.code === 'port-types-differ')!;
  const [insert] = fixesFor(problem, { ...editor.get(), locale: 'en' });
  editor.dispatch(insert?.command?.());
  expect([...editor.get().document.edgesById.keys()]).toEqual(
    expect.arrayContaining([
      'it.model>predict.model',
      'coded.table>predict.table',
      'predict.table>judged.table',
    ]),
  );
});

test.each(cases)('%s: %j', async (code, wanted, document) => {
  const editor = await open(document());
  const before = textOf(editor);
  const { analysis } = editor.get();
  const problem = analysis.problems.find((each) => each.code === code);
  if (problem === undefined) {
    throw new Error(`There is only ${analysis.problems.map((each) => each.code).join(', ')}.`);
  }
  const fixes = fixesFor(problem, { ...editor.get(), locale: 'en' });
  const offered = wanted.map(([, words], at) => {
    const { id, values } = fixes[at] ?? {};
    return words === undefined ? [id] : [id, ...Object.values(values ?? {}).slice(0, 1)];
  });
  expect(offered).toEqual(wanted);
  // What is still to be chosen is chosen in the new node's form, which is open then.
  const asking = fixes.filter(({ id }) => id === 'target-other');
  for (const fix of asking) {
    const command = fix.command?.();
    editor.dispatch(command);
    expect([...editor.get().view.selectedNodes]).toEqual(command?.select);
    editor.undo();
    expect(textOf(editor)).toBe(before);
  }
  const ways = fixes.flatMap(({ go }) => go ?? []);
  expect(ways.every(({ node }) => editor.get().document.nodesById.has(node))).toBe(true);
  for (const fix of fixes.filter((each) => each.go === undefined && !asking.includes(each))) {
    expect(editor.dispatch(fix.command?.())).toBe(true);
    const after = await problemsOf(pipelineOf(editor.get().document));
    const isThere = after.some((each) => each.code === code && each.node === problem.node);
    expect(isThere).toBe(false);
    editor.undo();
    expect(textOf(editor)).toBe(before);
  }
});
