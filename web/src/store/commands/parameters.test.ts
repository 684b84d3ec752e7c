import { expect, test } from 'vitest';
import { testNode, testPipeline, types } from '../../../../test/web/catalogue.ts';
import { pipelineOf } from '../document.ts';
import { createEditor } from '../editor.ts';
import { bindToNew } from './parameters.ts';

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
