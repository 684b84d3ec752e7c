import { expect, onTestFinished, test, vi } from 'vitest';
import { testNode, testPipeline, types } from '../../../test/web/catalogue.ts';
import { startAnalysis } from './analyse.ts';
import { labelNode } from './commands/nodes.ts';
import { createEditor } from './editor.ts';

const document = testPipeline([testNode('a', 'source')]);

test('what is told of a graph that has been edited since is not taken for what holds now', async () => {
  const answers: (() => void)[] = [];
  vi.stubGlobal(
    'fetch',
    () =>
      new Promise<Response>((resolve) => {
        answers.push(() => resolve(Response.json({ outputs: {}, problems: [] })));
      }),
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  const editor = createEditor();
  editor.setCatalogue(types);
  editor.open({ id: 'p', revision: 1, document });
  onTestFinished(startAnalysis(editor));
  await vi.waitFor(() => expect(answers).toHaveLength(1));

  editor.dispatch(labelNode(editor.get().document, 'a', 'Another'));
  answers[0]!();
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  expect(editor.get().analysis.status).toBe('checking');
  answers[1]!();
  await vi.waitFor(() => expect(editor.get().analysis.status).toBe('fresh'));
});
