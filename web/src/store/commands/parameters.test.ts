import { expect, test } from 'vitest';
import { testNode, testPipeline, types } from '../../../../test/web/catalogue.ts';
import { pipelineOf } from '../document.ts';
import { createEditor } from '../editor.ts';
import { bindToNew, setDefault } from './parameters.ts';

test('a field and the parameter made for it come and go as one step', () => {
  const editor = createEditor();
  editor.setCatalogue(types);
  const document = testPipeline([testNode('a', 'filter')]);
  editor.open({ id: 'p', revision: 1, document });
  const before = JSON.stringify(pipelineOf(editor.get().document));
  const made = { name: 'limit', type: 'number' as const, label: 'Limit', default: 3 };
  const value = { $param: 'limit' };
  editor.dispatch(bindToNew(editor.get().document, 'a', 'limit', { value, made }));
  const after = pipelineOf(editor.get().document);
  expect(after.parameters).toEqual([made]);
  expect(after.nodes[0]?.params).toEqual({ limit: value });
  expect(editor.get().history.done).toHaveLength(1);
  editor.undo();
  expect(JSON.stringify(pipelineOf(editor.get().document))).toBe(before);
  editor.redo();
  expect(pipelineOf(editor.get().document)).toEqual(after);
});

test('a default is changed while it is typed as one step, and nothing takes it away', () => {
  const editor = createEditor();
  editor.setCatalogue(types);
  const limit = { name: 'limit', type: 'number' as const, label: 'Limit', default: 3 };
  const other = { name: 'other', type: 'column' as const, default: 'age' };
  const document = { ...testPipeline([]), parameters: [limit, other] };
  editor.open({ id: 'p', revision: 1, document });
  const parameters = () => pipelineOf(editor.get().document).parameters;
  const set = (name: string, value: unknown): void => {
    editor.dispatch(setDefault(editor.get().document, name, value));
  };
  set('limit', 8);
  set('limit', 80);
  expect(parameters()).toEqual([{ ...limit, default: 80 }, other]);
  expect(editor.get().history.done).toHaveLength(1);
  set('limit', null);
  set('other', '');
  expect(parameters()).toEqual([
    { name: 'limit', type: 'number', label: 'Limit' },
    { name: 'other', type: 'column' },
  ]);
  editor.undo();
  editor.undo();
  expect(parameters()).toEqual([limit, other]);
});
