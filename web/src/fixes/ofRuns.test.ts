/** Remedies for what only a run can find, told as a failed step tells it, and those that know of data sets. */
import { expect, test } from 'vitest';
import { NODES_DIR } from '#server/catalogue/load.ts';
import type { Column, Json, MessageParams } from '#schemas/types.ts';
import { pipeline } from '../../../test/support/fakeNodes/pipeline.ts';
import { actor, sharedServices } from '../../../test/support/services.ts';
import { createEditor, type Editor } from '../store/editor.ts';
import { fixesFor, type Fix } from './index.ts';

const shared = sharedServices({ command: true, nodesDir: NODES_DIR });

const column = (name: string, role: Column['role'] = 'feature'): Column => {
  return { name, type: 'int64', meaning: 'number', role };
};
const table = { columns: [column('age'), column('income'), column('price', 'target')] };

/** Data, roles, a network and metrics that nobody fed predictions. */
async function open(roles: Record<string, Json> = {}): Promise<Editor> {
  const editor = createEditor();
  editor.setCatalogue(await shared.esteira.catalogue.nodes(actor));
  const document = pipeline({
    nodes: {
      data: ['manual-table'],
      roles: ['set-roles', roles],
      it: ['neural-network', { learningRate: 0.05 }],
      folds: ['cross-validate'],
      metrics: ['regression-metrics'],
      file: ['csv-file', { delimiter: 'comma', types: [{ column: 'gone', type: 'text' }] }],
    },
    wires: [
      'data.table > roles.table',
      'roles.table > it.table',
      'it.model > folds.model',
      'roles.table > metrics.table',
    ],
  });
  editor.open({ id: 'p', revision: 1, document });
  const { analysis } = editor.get();
  const schemas = { data: { table }, roles: { table } };
  editor.set({ analysis: { ...analysis, status: 'fresh', schemas } });
  return editor;
}

function told(editor: Editor, node: string, code: string, params: MessageParams = {}) {
  const fixes = fixesFor({ code, params, node }, { ...editor.get(), locale: 'en' });
  return { fixes, said: fixes.map(({ id, values }) => [id, ...Object.values(values)]) };
}

const paramsAfter = (editor: Editor, fix: Fix | undefined, node: string) => {
  editor.dispatch(fix?.command?.());
  return editor.get().document.nodesById.get(node)?.params;
};

test('a target that teaches nothing gives way to another', async () => {
  const editor = await open({ target: 'price' });
  const { said } = told(editor, 'it', 'target-constant', { target: 'price', value: '1' });
  expect(said).toEqual([['target', 'income']]);
});

test('training that ran away is slowed down, or its columns are scaled', async () => {
  const editor = await open();
  const { fixes, said } = told(editor, 'it', 'training-diverged', { epoch: 3 });
  expect(said).toEqual([
    ['use', '0.005'],
    ['insert', 'Scale numbers'],
  ]);
  expect(paramsAfter(editor, fixes[0], 'it')).toEqual({ learningRate: 0.005 });
});

test('more folds than rows become as many as there are', async () => {
  const editor = await open();
  const { fixes, said } = told(editor, 'folds', 'folds-too-many', { folds: 5, rows: 3 });
  expect(said).toEqual([['use', '3']]);
  expect(paramsAfter(editor, fixes[0], 'folds')).toEqual({ folds: 3 });
});

test('weights that are none leave the rows alike and are not learned from', async () => {
  const editor = await open({ weight: ['age'] });
  const { fixes } = told(editor, 'it', 'weights-wrong', { column: 'age', count: 1 });
  expect(paramsAfter(editor, fixes[0], 'roles')).toEqual({ weight: [], ignored: ['age'] });
});

test('metrics without predictions get those of the model that learned from their table', async () => {
  const editor = await open();
  const { fixes, said } = told(editor, 'metrics', 'predictions-missing');
  expect(said).toEqual([['insert', 'Predict']]);
  editor.dispatch(fixes[0]?.command?.());
  expect([...editor.get().document.edgesById.keys()]).toEqual(
    expect.arrayContaining([
      'it.model>predict.model',
      'roles.table>predict.table',
      'predict.table>metrics.table',
    ]),
  );
});

test('what was set by hand of a file and does not fit it goes', async () => {
  const editor = await open();
  const wrong = told(editor, 'file', 'csv-delimiter-wrong', { file: 'a.csv' });
  expect(wrong.said).toEqual([['find-again']]);
  const missing = told(editor, 'file', 'csv-column-missing', { column: 'gone', known: ['a'] });
  expect(missing.said).toEqual([['drop-column', 'gone']]);
  expect(paramsAfter(editor, missing.fixes[0], 'file')?.['types']).toEqual([]);
});

test('a data set takes the place of one that is missing: the newest of its name', async () => {
  const editor = await open();
  const record = (name: string, day: number) => {
    return { name, hash: `${name} ${day}`, createdAt: `2026-01-0${day}T00:00:00Z` };
  };
  const datasets = [record('a.csv', 1), record('b.csv', 3), record('a.csv', 2)];
  const parts = { ...editor.get(), locale: 'en', datasets } as const;
  const said = (code: string, params: MessageParams) =>
    fixesFor({ code, params, node: 'file' }, parts).map(({ id, values }) => [id, values]);
  const others = ['choose', { field: 'File' }];
  expect(said('dataset-not-chosen', {})).toEqual([
    ['use', { value: 'b.csv' }],
    ['use', { value: 'a.csv' }],
    others,
  ]);
  expect(said('dataset-missing', { dataset: 'c.csv' })).toEqual([others]);
  const [first] = fixesFor(
    { code: 'dataset-missing', params: { dataset: 'a.csv' }, node: 'file' },
    parts,
  );
  expect(paramsAfter(editor, first, 'file')?.['file']).toEqual({
    dataset: 'a.csv',
    hash: 'a.csv 2',
  });
});
