import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ValueType } from '#schemas/types.ts';
import { validatePipeline } from '#schemas/validate.ts';
import { loadNodes } from '#server/catalogue/load.ts';
import { type Catalogue, createCatalogue } from '#server/engine/catalogue.ts';
import { plan } from '#server/engine/plan.ts';
import type { ColumnFacts } from './facts.ts';
import { NETWORK_ROWS } from './learners.ts';
import { suggestPipeline } from './pipeline.ts';

const dataset = { dataset: 'clients.csv', hash: 'a'.repeat(64) };
const asked = { dataset, target: 'y', locale: 'en' } as const;

function column(name: string, type: ValueType, more: Partial<ColumnFacts> = {}): ColumnFacts {
  const meaning = type === 'text' || type === 'bool' ? 'category' : 'number';
  const facts = { missing: 0, distinct: 50, identifier: false, series: false } as const;
  return { name, type, meaning, role: 'feature', ...facts, ...more };
}

const types = fc.constantFrom<ValueType[]>('bool', 'int64', 'float64', 'text', 'date', 'timestamp');
const anyColumn = fc
  .record({
    name: fc.string({ minLength: 1, maxLength: 20 }),
    type: types,
    missing: fc.nat(5000),
    distinct: fc.nat(5000),
    identifier: fc.boolean(),
    series: fc.boolean(),
    isFree: fc.boolean(),
    personal: fc.option(fc.constantFrom('cpf', 'name', 'birth-date'), { nil: undefined }),
  })
  .map(({ name, type, isFree, personal, ...figures }): ColumnFacts => {
    const meaning = type === 'text' && isFree ? ({ meaning: 'text' } as const) : {};
    return column(name, type, { ...figures, ...meaning, ...(personal ? { personal } : {}) });
  });
const anyTable = fc.record({
  rows: fc.nat(5000),
  columns: fc.uniqueArray(anyColumn, { minLength: 1, maxLength: 12, selector: ({ name }) => name }),
});

let catalogue: Catalogue;

beforeAll(async () => {
  catalogue = createCatalogue(await loadNodes());
});

test('whatever the columns are, the document is valid, and today’s nodes can run it as it stands', () => {
  fc.assert(
    fc.property(anyTable, fc.nat(), fc.constantFrom('en', 'pt-BR'), (facts, at, locale) => {
      const target = facts.columns[at % facts.columns.length]!.name;
      const { document } = suggestPipeline(facts, { dataset, target, locale });
      expect(validatePipeline(document)).toMatchObject({ pipeline: document });
      expect(plan(document, catalogue, {}).errors).toBeUndefined();
    }),
  );
});

test('a category is classified, a number estimated, a grade taken for a category unless asked', () => {
  const task = (target: ColumnFacts, wish?: 'regression'): string =>
    suggestPipeline({ rows: 100, columns: [target] }, { ...asked, task: wish }).task;
  expect(task(column('y', 'text'))).toBe('classification');
  expect(task(column('y', 'bool'))).toBe('classification');
  expect(task(column('y', 'float64'))).toBe('regression');
  expect(task(column('y', 'int64', { distinct: 5 }))).toBe('classification');
  expect(task(column('y', 'int64', { distinct: 5 }), 'regression')).toBe('regression');
  expect(task(column('y', 'int64', { distinct: 500 }))).toBe('regression');
});

test('says which columns are not learned from, and why, and gives them their roles', () => {
  const columns = [
    column('y', 'text'),
    column('order', 'int64', { identifier: true }),
    column('who', 'text', { personal: 'name' }),
    column('remarks', 'text', { meaning: 'text' }),
    column('gone', 'float64', { missing: 100 }),
    column('born', 'date', { personal: 'birth-date' }),
    column('size', 'float64'),
  ];
  const { document, notLearned } = suggestPipeline({ rows: 100, columns }, asked);
  expect(notLearned).toEqual([
    { column: 'order', reason: 'identifier' },
    { column: 'who', reason: 'personal' },
    { column: 'remarks', reason: 'free-text' },
    { column: 'gone', reason: 'empty' },
  ]);
  const roles = document.nodes.find(({ id }) => id === 'roles');
  expect(roles?.params).toMatchObject({
    target: 'y',
    targetAs: 'category',
    id: ['order'],
    ignored: ['who', 'remarks', 'gone'],
  });
});

test('prepares only what is there, and brings a network where rows are enough for one', () => {
  const typesOf = (rows: number, ...columns: ColumnFacts[]): readonly string[] =>
    suggestPipeline(
      { rows, columns: [column('y', 'float64'), ...columns] },
      asked,
    ).document.nodes.map(({ type }) => type);
  const few = typesOf(NETWORK_ROWS - 1, column('a', 'float64'));
  expect(few).not.toContain('neural-network');
  expect(few).not.toContain('date-parts');
  expect(few).not.toContain('encode-categories');
  const many = typesOf(NETWORK_ROWS, column('a', 'text'), column('b', 'date'));
  expect(many).toContain('neural-network');
  expect(many).toContain('date-parts');
  expect(many).toContain('encode-categories');
  expect(many.filter((type) => type === 'regression-metrics')).toHaveLength(3);
});

test('rows that lie along time are split by it, and the words say so; people by their birth are not', () => {
  const day = column('day', 'date', { series: true });
  const splitOf = (target: string, ...columns: ColumnFacts[]) => {
    const facts = { rows: 100, columns: [column('y', 'float64'), ...columns] };
    const { document } = suggestPipeline(facts, { ...asked, target });
    const { params } = document.nodes.find(({ id }) => id === 'split')!;
    expect((document.description ?? '').includes('follow time')).toBe('time' in params);
    return params;
  };
  const byDay = { by: 'time', time: 'day' };
  expect(
    splitOf('y', column('a', 'float64'), day, column('end', 'timestamp', { series: true })),
  ).toEqual(byDay);
  expect(splitOf('y', column('day', 'date'))).toEqual({});
  expect(splitOf('y', column('born', 'date', { series: true, personal: 'birth-date' }))).toEqual(
    {},
  );
  expect(splitOf('y', column('gone', 'date', { series: true, missing: 100 }))).toEqual({});
  expect(splitOf('day', day)).toEqual({});
});

test('a target that is not there is refused with what is', () => {
  const ask = (): unknown => suggestPipeline({ rows: 9, columns: [column('x', 'text')] }, asked);
  expect(ask).toThrow(
    expect.objectContaining({ code: 'target-missing', params: { target: 'y', known: 'x' } }),
  );
});
