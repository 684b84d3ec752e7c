import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { perFrame } from './frames.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const page = (visibilityState: string) => vi.stubGlobal('document', { visibilityState });

test('what came in just before the page was hidden is taken all the same', () => {
  page('visible');
  // A page that nobody sees any more gets no frame.
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => {});
  const taken: (readonly number[])[] = [];
  const { add } = perFrame<number>((items) => taken.push(items));
  add(1);
  page('hidden');
  add(2);
  vi.runAllTimers();
  expect(taken).toEqual([[1, 2]]);
});

test('in view, a frame takes all at once and nothing is left for later', () => {
  page('visible');
  let draw = (): void => {};
  vi.stubGlobal('requestAnimationFrame', (next: () => void) => {
    draw = next;
    return 1;
  });
  vi.stubGlobal('cancelAnimationFrame', () => {});
  const taken: (readonly number[])[] = [];
  const { add } = perFrame<number>((items) => taken.push(items));
  add(1);
  add(2);
  draw();
  vi.runAllTimers();
  expect(taken).toEqual([[1, 2]]);
});
