import { expect, it } from 'vitest';
import { call, col, lookup } from './build.ts';
import { columnsOf, renameColumns, replaceColumns, sizeOf } from './walk.ts';

const expr = call('add', col('b'), call('mul', col('a'), 2), lookup(col('b'), [['x', 1]], 'int64'));

it('columnsOf names each column once, in order', () => {
  expect(columnsOf(expr)).toEqual(['b', 'a']);
});

it('renameColumns swaps names without mixing them up, and keeps what is not named', () => {
  const names = new Map([
    ['a', 'b'],
    ['b', 'a'],
  ]);
  const swapped = renameColumns(expr, names);
  expect(columnsOf(swapped)).toEqual(['a', 'b']);
  expect(renameColumns(swapped, names)).toEqual(expr);
  expect(renameColumns(expr, new Map([['z', 'y']]))).toBe(expr);
});

it('replaceColumns puts expressions in place of columns', () => {
  const fused = replaceColumns(expr, (column) =>
    column === 'a' ? call('neg', col('c')) : undefined,
  );
  expect(columnsOf(fused)).toEqual(['b', 'c']);
  expect(Object.isFrozen(fused)).toBe(true);
});

it('sizeOf counts parts and levels', () => {
  expect(sizeOf(expr)).toEqual({ nodes: 7, depth: 3 });
});
