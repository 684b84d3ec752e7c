/** What is offered where predictions, or other columns, are asked for: done, the node has nothing left to ask for. */
import { expect, test } from 'vitest';
import { NODES_DIR } from '#server/catalogue/load.ts';
import type { Json, Pipeline, Problem } from '#schemas/types.ts';
import { toProblem } from '#schemas/errors.ts';
import { pipeline } from '../../../test/support/fakeNodes/pipeline.ts';
import { actor, sharedServices } from '../../../test/support/services.ts';
import { pipelineOf } from '../store/document.ts';
import { createEditor, type Editor } from '../store/editor.ts';
import { fixesFor } from './index.ts';

const shared = sharedServices({ command: true, nodesDir: NODES_DIR });

const data: Record<string, Json> = {
  columns: [
    { name: 'age', type: 'number' },
    { name: 'income', type: 'number' },
    { name: 'bought', type: 'category' },
  ],
  rows: [
    [30, 1000, 'yes'],
    [40, 2000, 'no'],
  ],
};

type Nodes = Parameters<typeof pipeline>[0]['nodes'];

/** Data with a target, parted; and what a case adds to it. */
const drawn = (nodes: Nodes, wires: readonly string[] = []): Pipeline =>
  pipeline({
    nodes: {
      data: ['manual-table', data],
      roles: ['set-roles', { target: 'bought' }],
      split: ['split-data'],
      ...nodes,
    },
    wires: ['data.table > roles.table', 'roles.table > split.table', ...wires],
  });

const learned = ['split.table > learner.table'];
const answered = ['learner.model > predict.model', 'split.table > predict.table'];

async function look(editor: Editor): Promise<readonly Problem[]> {
  const document = pipelineOf(editor.get().document);
  const { outputs, problems } = await shared.esteira.previews.schemas(actor, { document });
  const { analysis } = editor.get();
  const told = problems.map((problem) => toProblem(problem, 'en'));
  editor.set({ analysis: { ...analysis, status: 'fresh', schemas: outputs, problems: told } });
  return told;
}

async function open(document: Pipeline): Promise<Editor> {
  const editor = createEditor();
  editor.setCatalogue(await shared.esteira.catalogue.nodes(actor));
  editor.open({ id: 'p', revision: 1, document });
  return editor;
}

type Offered = { readonly said: readonly unknown[]; readonly choose: () => Promise<string[]> };

/** What is offered to a node for its one problem, and what is left to say of it once the first is chosen. */
async function offered(editor: Editor, node: string): Promise<Offered> {
  const [problem] = (await look(editor)).filter((each) => each.node === node);
  const fixes = fixesFor(problem!, { ...editor.get(), locale: 'en' });
  return {
    said: fixes.map(({ id, values }) => [id, ...Object.values(values)]),
    choose: async () => {
      const before = editor.get().history.done.length;
      expect(editor.dispatch(fixes[0]?.command?.())).toBe(true);
      expect(editor.get().history.done.length).toBe(before + 1);
      return (await look(editor)).filter((each) => each.node === node).map(({ code }) => code);
    },
  };
}

const learner = ['logistic-regression'] as const;
const metrics = ['classification-metrics'] as const;

test('metrics without a wire get predictions that there are, rather than a nearer table', async () => {
  const nodes = { learner, predict: ['predict'], scaled: ['scale'], metrics } as const;
  const more = ['split.table > scaled.table'];
  const editor = await open(drawn(nodes, [...learned, ...answered, ...more]));
  const { said, choose } = await offered(editor, 'metrics');
  expect(said).toEqual([['connect', 'Predict']]);
  expect(await choose()).toEqual([]);
});

test('predictions count before anybody knows their columns', async () => {
  const nodes = { learner, predict: ['predict'], metrics } as const;
  const editor = await open(drawn(nodes, ['learner.model > predict.model']));
  expect((await offered(editor, 'metrics')).said).toEqual([['connect', 'Predict']]);
});

test('where nothing predicts yet, a model does from the table that it learned from', async () => {
  const editor = await open(drawn({ learner, metrics }, learned));
  const before = JSON.stringify(pipelineOf(editor.get().document));
  const { said, choose } = await offered(editor, 'metrics');
  expect(said).toEqual([['insert', 'Predict']]);
  expect(await choose()).toEqual([]);
  expect([...editor.get().document.edgesById.keys()].slice(3).toSorted()).toEqual([
    'learner.model>predict.model',
    'predict.table>metrics.table',
    'split.table>predict.table',
  ]);
  editor.undo();
  expect(JSON.stringify(pipelineOf(editor.get().document))).toBe(before);
});

test('a model that learned from nothing yet answers for a table that there is', async () => {
  const editor = await open(drawn({ learner, metrics }));
  const { choose } = await offered(editor, 'metrics');
  expect(await choose()).toEqual([]);
  expect([...editor.get().document.edgesById.keys()]).toContain('split.table>predict.table');
});

test('of several models each is named', async () => {
  const nodes = { learner, other: ['baseline'], metrics } as const;
  const editor = await open(drawn(nodes, [...learned, 'split.table > other.table']));
  const { said, choose } = await offered(editor, 'metrics');
  const named = said.map((each) => String(each)).toSorted();
  expect(named).toEqual(['insert-for,Predict,Baseline', 'insert-for,Predict,Logistic regression']);
  expect(await choose()).toEqual([]);
});

test('a model that nobody judges comes before predictions that are judged already', async () => {
  const predict = ['predict'] as const;
  const nodes = { learner, predict, other: ['baseline'], first: metrics, metrics } as const;
  const wires = [
    ...learned,
    ...answered,
    'split.table > other.table',
    'predict.table > first.table',
  ];
  const { said } = await offered(await open(drawn(nodes, wires)), 'metrics');
  expect(said).toEqual([
    ['insert', 'Predict'],
    ['connect', 'Predict'],
  ]);
});

test('without a model no table is offered that could not be judged', async () => {
  expect((await offered(await open(drawn({ metrics })), 'metrics')).said).toEqual([]);
});

test('metrics with a table of no predictions take those that there are', async () => {
  const nodes = { learner, predict: ['predict'], metrics } as const;
  const wires = [...learned, ...answered, 'split.table > metrics.table'];
  const editor = await open(drawn(nodes, wires));
  const { said, choose } = await offered(editor, 'metrics');
  expect(said).toEqual([['connect', 'Predict']]);
  expect(await choose()).toEqual([]);
  expect([...editor.get().document.edgesById.keys()]).not.toContain('split.table>metrics.table');
});

const regression = { learner: ['linear-regression'], metrics } as const;
const ofIncome = (nodes: Nodes, wires: readonly string[] = []): Pipeline =>
  drawn({ roles: ['set-roles', { target: 'income' }], ...nodes }, wires);

test('predictions of the other kind are offered where there are no others, with what judges those', async () => {
  const nodes = { learner, predict: ['predict'], metrics: ['regression-metrics'] } as const;
  const editor = await open(drawn(nodes, [...learned, ...answered]));
  const { said, choose } = await offered(editor, 'metrics');
  expect(said).toEqual([['connect-replace', 'Predict', 'Classification metrics']]);
  expect(await choose()).toEqual([]);
});

test('a model of the other kind takes one remedy, which can be taken back in one step', async () => {
  const editor = await open(ofIncome(regression, learned));
  const before = JSON.stringify(pipelineOf(editor.get().document));
  const { said, choose } = await offered(editor, 'metrics');
  expect(said).toEqual([['insert-replace', 'Predict', 'Regression metrics']]);
  expect(await choose()).toEqual([]);
  expect(editor.get().document.nodesById.get('metrics')?.type).toBe('regression-metrics');
  editor.undo();
  expect(JSON.stringify(pipelineOf(editor.get().document))).toBe(before);
});

test('a model of the other kind that is wired at once takes one remedy too', async () => {
  const wires = [...learned, 'learner.model > metrics.table'];
  const editor = await open(ofIncome(regression, wires));
  const document = pipelineOf(editor.get().document);
  const { schemas } = shared.esteira.previews;
  const { outputs } = await schemas(actor, { document });
  const { analysis } = editor.get();
  editor.set({ analysis: { ...analysis, status: 'fresh', schemas: outputs } });
  const [fix] = fixesFor(
    { code: 'port-types-differ', params: {}, node: 'metrics', path: '/edges/3' },
    { ...editor.get(), locale: 'en' },
  );
  expect(fix?.id).toBe('insert-replace');
  editor.dispatch(fix?.command?.());
  expect((await look(editor)).filter((each) => each.node === 'metrics')).toEqual([]);
});

test('of two models that one comes first whose answers the measures are for', async () => {
  const nodes = { wrong: ['linear-regression'], learner, metrics } as const;
  const roles = ['set-roles', { target: 'income' }] as const;
  const document = drawn({ ...nodes, other: roles }, [
    ...learned,
    'data.table > other.table',
    'other.table > wrong.table',
  ]);
  const { said } = await offered(await open(document), 'metrics');
  expect(said).toEqual([['insert', 'Predict']]);
});

test('what prepares takes no predictions, even where they are all that leads nowhere', async () => {
  const nodes = { learner, predict: ['predict'], lone: ['scale'] } as const;
  const unknown = await open(drawn(nodes, [...learned, 'learner.model > predict.model']));
  const known = await open(drawn(nodes, [...learned, ...answered]));
  for (const editor of [unknown, known]) {
    const { said, choose } = await offered(editor, 'lone');
    expect(said).toHaveLength(2);
    expect(said).not.toContainEqual(['connect', 'Predict']);
    expect(await choose()).toEqual([]);
  }
});

test('a table that is known comes before one that is itself without a wire', async () => {
  const nodes = { data: ['manual-table', data], open: ['scale'], lone: ['scale'] } as const;
  const editor = await open(pipeline({ nodes }));
  expect((await offered(editor, 'lone')).said).toEqual([['connect', 'Manual table']]);
});

test('a model that is wired brings the table that it learned from, before one that is nearer or loose', async () => {
  const nodes = {
    loose: ['manual-table', data],
    scaled: ['scale'],
    learner,
    predict: ['predict'],
  } as const;
  const wires = ['split.table > scaled.table', 'scaled.table > learner.table'];
  const editor = await open(drawn(nodes, [...wires, 'learner.model > predict.model']));
  const { said, choose } = await offered(editor, 'predict');
  expect(said[0]).toEqual(['connect', 'Scale numbers']);
  expect(await choose()).toEqual([]);
});

test('a learner gets a table with a target, rather than one that leads nowhere yet', async () => {
  const nodes = { loose: ['manual-table', data], learner } as const;
  const editor = await open(drawn(nodes));
  const { said, choose } = await offered(editor, 'learner');
  expect(said).toEqual([
    ['connect', 'Split train and test'],
    ['connect', 'Set roles and types'],
  ]);
  expect(await choose()).toEqual([]);
});

test('a learner gets any table where none has a target', async () => {
  const editor = await open(pipeline({ nodes: { loose: ['manual-table', data], learner } }));
  const { said, choose } = await offered(editor, 'learner');
  expect(said).toEqual([['connect', 'Manual table']]);
  expect(await choose()).toEqual(['target-not-set']);
});
