import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '#schemas/types.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { createCatalogue } from '#server/engine/catalogue.ts';
import { Canceller } from '#server/engine/canceller.ts';
import { contentHash } from '#server/engine/hash.ts';
import { knownRows } from '#server/engine/knownRows.ts';
import { fillDefaults } from '#server/engine/params.ts';
import { Slots } from '#server/engine/slots.ts';
import { numberNodes } from '../support/fakeNodes/numbers.ts';

describe('contentHash', () => {
  const json = fc.jsonValue({ maxDepth: 4 });

  test('is the same for equal values, however they were made', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(contentHash(JSON.parse(JSON.stringify(value)))).toBe(contentHash(value));
      }),
    );
  });

  test('is another for another value', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        const sorted = (value: unknown): string =>
          JSON.stringify(value, (_, part: unknown) =>
            typeof part === 'object' && part !== null && !Array.isArray(part)
              ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
              : Object.is(part, -0)
                ? 0
                : part,
          );
        expect(contentHash(one) === contentHash(other)).toBe(sorted(one) === sorted(other));
      }),
    );
  });

  test('a text that looks like a hash is no nested value', () => {
    const inner = { a: 1 };
    expect(contentHash([`#${contentHash(inner)}`])).not.toBe(contentHash([inner]));
  });

  test('100,000 levels do not overflow', () => {
    let deep: object = {};
    for (let level = 0; level < 100_000; level++) deep = { deep };
    expect(contentHash(deep)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('slots', () => {
  test('are lent while a step waits for its child runs, once however many there are', async () => {
    const slots = new Slots(1);
    const mine = await slots.take();
    const log: string[] = [];
    const child = async (name: string) => {
      const slot = await slots.take();
      log.push(name);
      slot.give();
    };
    await Promise.all([mine.lend(() => child('a')), mine.lend(() => child('b'))]);
    const next = child('next');
    log.push('mine');
    mine.give();
    await next;
    expect(log).toEqual(['a', 'b', 'mine', 'next']);
  });

  test('given back while lent, they are not given twice', async () => {
    const slots = new Slots(1);
    const first = await slots.take();
    const lent = Promise.withResolvers<void>();
    const lending = first.lend(() => lent.promise);
    first.give();
    lent.resolve();
    await lending;
    await slots.take();
    let second = false;
    void slots.take().then(() => (second = true));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(second).toBe(false);
  });
});

describe('a canceller', () => {
  test('cancels what is under it, and listens once', () => {
    const controller = new AbortController();
    const root = Canceller.under(controller.signal);
    const children = Array.from({ length: 100 }, () => root.child());
    const grandchild = children[0]!.child();
    children[1]!.dispose();
    controller.abort('why');
    expect(grandchild.signal.reason).toBe('why');
    expect(children.filter((child) => child.signal.aborted)).toHaveLength(99);
    expect(root.child().signal.aborted).toBe(true);
  });
});

describe('knownRows', () => {
  const x: Column = { name: 'x', type: 'float64', meaning: 'number', role: 'feature' };
  const table = Table.values([x], [[1], [2], [3], [4], [5]]);
  const rows = ({ plan }: Table) => knownRows(plan);

  test('goes through what keeps rows', () => {
    expect(rows(table.rename({ x: 'y' }).sort([]))).toBe(5);
    expect(rows(Table.source({ snapshot: 's', columns: [x], rows: 9 }))).toBe(9);
    expect(rows(table.limit(3))).toBe(3);
    expect(rows(table.limit(4, 2).limit(10))).toBe(3);
    expect(rows(table.limit(4, 7))).toBe(0);
  });

  test('does not guess', () => {
    expect(rows(table.distinct())).toBeUndefined();
    expect(rows(table.aggregate(['x'], []))).toBeUndefined();
    expect(rows(table.attach(table, { columns: [], matching: true }))).toBeUndefined();
    expect(rows(Table.input([x]))).toBeUndefined();
  });
});

describe('fillDefaults', () => {
  const schema = {
    type: 'object',
    properties: {
      a: { default: 1 },
      b: { type: 'object', properties: { c: { default: [2] } } },
      d: { type: 'array', items: { type: 'object', properties: { e: { default: null } } } },
    },
  };

  test('fills what is missing at every depth, and changes nothing else', () => {
    const given = { a: 0, b: {}, d: [{}, { e: 5 }], z: 'kept' };
    const before = structuredClone(given);
    expect(fillDefaults(schema, given)).toEqual({
      a: 0,
      b: { c: [2] },
      d: [{ e: null }, { e: 5 }],
      z: 'kept',
    });
    expect(given).toEqual(before);
    expect(fillDefaults(schema, {})).toEqual({ a: 1 });
  });
});

test('two types of one name are refused when the catalogue is made', () => {
  expect(() => createCatalogue([numberNodes[0]!, numberNodes[0]!])).toThrow('number');
});
