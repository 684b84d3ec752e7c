import { expect, test } from 'vitest';
import { actionOf } from './shortcutKeys.ts';

const key = (name: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent => {
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, target: null };
  return { key: name, ...none, ...more } as KeyboardEvent;
};

test('a character alone can be turned off; keys with Ctrl and named keys stay', () => {
  expect(actionOf(key('n'), true)).toBe('note');
  const bare = ['n', 'c', 'p', '1', '/', '[', '?'];
  expect(bare.filter((name) => actionOf(key(name), false) !== undefined)).toEqual([]);
  expect(actionOf(key('A', { shiftKey: true }), false)).toBeUndefined();
  expect(actionOf(key('z', { ctrlKey: true }), false)).toBe('undo');
  expect(actionOf(key('z', { metaKey: true, shiftKey: true }), false)).toBe('redo');
  expect(actionOf(key('F9'), false)).toBe('reset');
  expect(actionOf(key('Delete'), false)).toBe('delete');
});
