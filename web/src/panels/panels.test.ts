import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '#schemas/types.ts';
import { cellWriter } from './grid/cellText.ts';
import { moved } from './grid/useGridKeys.ts';
import { isWebPage } from './markdown/Markdown.tsx';
import { chosenTab, tabsOf } from './tabNames.ts';
import type { Target } from './target.ts';

const column = (type: Column['type']): Column => ({
  name: 'x',
  type,
  meaning: 'number',
  role: 'feature',
});

test('cells are written as the language does, whatever the zone of the machine', () => {
  const pt = cellWriter('pt-BR', { yes: 'sim', no: 'não' });
  const en = cellWriter('en', { yes: 'yes', no: 'no' });
  expect(pt(1234.5, column('float64'))).toBe('1234,5');
  expect(en(0.1 + 0.2, column('float64'))).toBe('0.3');
  expect(pt(9007199254740991, column('int64'))).toBe('9007199254740991');
  expect(pt('2024-01-31', column('date'))).toBe('31/01/2024');
  expect(en('2024-01-31', column('date'))).toBe('Jan 31, 2024');
  expect(pt('2024-01-31T10:05:07', column('timestamp'))).toMatch(/^31\/01\/2024.*10:05:07$/);
  expect([pt(true, column('bool')), pt(null, column('bool'))]).toEqual(['sim', '']);
  expect(en('not a date', column('date'))).toBe('not a date');
});

describe('the grid', () => {
  const size = { rows: 1_000, columns: 40 };
  test('moves as ARIA says', () => {
    expect(moved({ row: 3, column: 3 }, size, 'ArrowDown', false)).toEqual({ row: 4, column: 3 });
    expect(moved({ row: 3, column: 3 }, size, 'End', false)).toEqual({ row: 3, column: 39 });
    expect(moved({ row: 3, column: 3 }, size, 'End', true)).toEqual({ row: 999, column: 39 });
    expect(moved({ row: 3, column: 3 }, size, 'x', false)).toBeUndefined();
  });

  test('never leaves the table', () => {
    const key = fc.constantFrom(
      'ArrowDown',
      'ArrowUp',
      'ArrowLeft',
      'ArrowRight',
      'PageDown',
      'End',
    );
    fc.assert(
      fc.property(fc.array(key), fc.nat(50), fc.nat(50), (keys, rows, columns) => {
        const whole = { rows: rows + 1, columns: columns + 1 };
        let place = { row: 0, column: 0 };
        for (const each of keys) place = moved(place, whole, each, false)!;
        expect(place.row).toBeGreaterThanOrEqual(0);
        expect(place.row).toBeLessThanOrEqual(rows);
        expect(place.column).toBeGreaterThanOrEqual(0);
        expect(place.column).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

test('a link of a note leads to a page of the web or nowhere', () => {
  expect(isWebPage('https://example.org')).toBe(true);
  for (const href of [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    '/api',
    '',
  ]) {
    expect(isWebPage(href)).toBe(false);
  }
});

test('tabs are those that a node has something for; the last one stays where it can', () => {
  const port = (type: 'table' | 'model' | 'report') => ({
    name: type,
    type,
    title: { en: type, 'pt-BR': type },
    required: true,
    many: false,
  });
  const target = (...types: ('table' | 'model' | 'report')[]) =>
    ({ kind: 'node', outputs: types.map(port), inputs: [] }) as unknown as Target;
  expect(tabsOf(target('table'), undefined)).toEqual(['data', 'profile', 'charts', 'log', 'help']);
  expect(tabsOf(target('model'), undefined)).toEqual(['report', 'model', 'log', 'help']);
  const picture = { ...target('report'), type: { category: 'visualise' } } as unknown as Target;
  expect(tabsOf(picture, undefined)).toEqual(['charts', 'log', 'help']);
  const report = target('report');
  expect(chosenTab(tabsOf(report, undefined), 'data', report)).toBe('report');
  expect(chosenTab(tabsOf(report, undefined), 'help', report)).toBe('help');
});
