import { afterEach, expect, test, vi } from 'vitest';
import { testPipeline } from '../../../test/web/catalogue.ts';
import { unreachable } from '../apiRequest.ts';
import { createEditor } from './editor.ts';
import { watchRunsElsewhere } from './runsElsewhere.ts';

afterEach(() => vi.unstubAllGlobals());

test.for([
  ['could not be fetched', () => Promise.reject<boolean>(unreachable())],
  ['gave way to one that was being started', () => Promise.resolve(false)],
] as const)('a run that %s is asked for again', async ([, first]) => {
  const page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  const run = { id: 'r', createdAt: '2024-05-01T00:00:00.000Z' };
  const none: unknown[][] = [[]];
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(none.pop() ?? [run])));
  const editor = createEditor();
  editor.open({ id: 'p', revision: 1, document: testPipeline([]) });
  const asked: string[] = [];
  const show = ({ id }: { readonly id: string }): Promise<boolean> => {
    asked.push(id);
    return asked.length === 1 ? first() : Promise.resolve(true);
  };
  const stop = watchRunsElsewhere(editor, { show });
  const look = (): number => {
    page.dispatchEvent(new Event('focus'));
    return asked.length;
  };
  await expect.poll(look).toBe(2);
  stop();
});
