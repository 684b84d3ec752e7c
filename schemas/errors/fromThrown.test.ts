import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EsteiraError, fromThrown } from '../errors.ts';

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

test('our own errors stay, and learn the node where they had none', () => {
  const error = new EsteiraError('columns-none', {});
  expect(fromThrown(error)).toBe(error);
  const placed = fromThrown(error, { node: 'n' });
  expect(placed).toMatchObject({ code: 'columns-none', node: 'n', cause: error });
  expect(fromThrown(placed, { node: 'other' })).toBe(placed);
});

test('an abort is a cancel', () => {
  const controller = new AbortController();
  controller.abort();
  expect(fromThrown(thrownBy(() => controller.signal.throwIfAborted())).code).toBe('cancelled');
});

test('what the operating system says gets its code', () => {
  const missing = join(tmpdir(), 'esteira-no-such-file');
  expect(fromThrown(thrownBy(() => readFileSync(missing)))).toMatchObject({
    code: 'file-missing',
    params: { file: missing },
  });
  const folder = fromThrown(thrownBy(() => readFileSync(tmpdir())));
  expect(['file-is-folder', 'file-unreadable']).toContain(folder.code);
  expect(fromThrown(Object.assign(new Error('full'), { code: 'ENOSPC' })).code).toBe('disk-full');
});

test('everything else is a bug that keeps its cause', () => {
  const cause = new TypeError('x is not a function');
  expect(fromThrown(cause)).toMatchObject({ code: 'unexpected', kind: 'bug', cause });
  expect(fromThrown(cause, { node: 'n' }).message).toBe(
    'Node “n”: The node broke down: x is not a function.',
  );
  for (const odd of [undefined, null, 'text', 3, Symbol('s')]) {
    expect(fromThrown(odd).code).toBe('unexpected');
  }
});
