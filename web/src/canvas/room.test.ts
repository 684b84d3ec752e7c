import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pipeline } from '#schemas/types.ts';
import { openDocument } from '../store/document.ts';
import type { DocumentSlice } from '../store/state.ts';
import { CARD, cardBox, overlaps } from './geometry.ts';
import { roomBetween, type Room } from './room.ts';

type At = readonly [x: number, y: number];

function documentOf(places: Readonly<Record<string, At>>, wires: readonly string[]): DocumentSlice {
  const pipeline: Pipeline = {
    format: 1,
    name: 'Cards',
    nodes: Object.entries(places).map(([id, [x, y]]) => {
      return { id, type: 'scale', version: 1, params: {}, position: { x, y } };
    }),
    edges: wires.map((wire) => {
      const [from = '', to = ''] = wire.split('>');
      return { from: { node: from, port: 'table' }, to: { node: to, port: 'table' } };
    }),
    definitions: {},
    parameters: [],
    seed: 1,
  };
  return openDocument('p', pipeline);
}

function between(document: DocumentSlice, from: string, ...to: readonly string[]): Room {
  const node = (id: string) => document.nodesById.get(id)!;
  return roomBetween(document, node(from), to.map(node));
}

const xOf = (room: Room, id: string): number | undefined => room.moved.get(id)?.x;

describe('a new card between two', () => {
  test('stands in the middle of a long wire, and nothing moves', () => {
    const room = between(documentOf({ a: [0, 0], b: [640, 0] }, ['a>b']), 'a', 'b');
    expect(room).toEqual({ place: { x: 320, y: 0 }, moved: new Map() });
  });

  test('stands where the next one stood, which makes way with all that follows it', () => {
    const places: Record<string, At> = { a: [0, 0], b: [288, 0], c: [576, 0], other: [0, 400] };
    const room = between(documentOf(places, ['a>b', 'b>c']), 'a', 'b');
    expect(room.place).toEqual({ x: 288, y: 0 });
    expect([xOf(room, 'b'), xOf(room, 'c')]).toEqual([576, 864]);
    expect([...room.moved.keys()]).toEqual(['b', 'c']);
  });

  test('keeps the row of the branch that it belongs to', () => {
    const places: Record<string, At> = { a: [0, 0], b: [288, 0], c: [288, 160] };
    const room = between(documentOf(places, ['a>b', 'a>c']), 'a', 'c');
    expect(room.place).toEqual({ x: 288, y: 160 });
    expect([...room.moved.keys()]).toEqual(['c']);
  });

  test('keeps the row of the wire that it is on where several meet', () => {
    const places: Record<string, At> = { a: [0, 0], b: [0, 160], c: [288, 80] };
    const room = between(documentOf(places, ['a>c', 'b>c']), 'b', 'c');
    expect(room.place).toEqual({ x: 288, y: 160 });
  });

  test('moves what the others would come to lie on', () => {
    const places: Record<string, At> = { a: [0, 0], b: [288, 0], lone: [600, 16], far: [1200, 0] };
    const room = between(documentOf(places, ['a>b']), 'a', 'b');
    expect([...room.moved.keys()]).toEqual(['b', 'lone']);
  });

  test('moves a long row of which each card would come to lie on the next, looking at each once', () => {
    const row = Array.from({ length: 10_000 }, (_, at): [string, At] => [
      `lone${at}`,
      [600 + at * 230, 16 * (at % 3)],
    ]);
    const document = documentOf({ a: [0, 0], b: [288, 0], ...Object.fromEntries(row) }, ['a>b']);
    expect(between(document, 'a', 'b').moved.size).toBe(10_001);
  });

  test('stands right before the end of a wire that passes behind others', () => {
    const places: Record<string, At> = { a: [0, 0], b: [288, 0], c: [576, 0] };
    const room = between(documentOf(places, ['a>b', 'a>c']), 'a', 'c');
    expect(room.place).toEqual({ x: 576, y: 0 });
    expect([...room.moved]).toEqual([['c', { x: 864, y: 0 }]]);
  });

  test('goes beside a node that leads nowhere', () => {
    const room = between(documentOf({ a: [0, 0], b: [288, 0] }, []), 'a');
    expect(room.place).toEqual({ x: 288, y: 104 });
  });

  test('stands free where the next one stands on the left', () => {
    const document = documentOf({ a: [640, 0], b: [0, 0] }, ['a>b']);
    const { place, moved } = between(document, 'a', 'b');
    const isFree = [...document.nodesById.values()].every(
      (node) => !overlaps(cardBox(node), { ...place, ...CARD }),
    );
    expect([isFree, moved.size]).toEqual([true, 0]);
  });
});

test('in graphs of columns, no card comes to lie on another, and none before the wire moves', () => {
  const columns = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(columns, fc.integer({ min: 230, max: 420 }), fc.nat(), (sizes, pitch, seed) => {
      const ids = sizes.map((size, x) => Array.from({ length: size }, (_, y) => `n${x}-${y}`));
      const places = Object.fromEntries(
        ids.flatMap((column, x) => column.map((id, y): [string, At] => [id, [x * pitch, y * 104]])),
      );
      const wires = ids
        .slice(1)
        .flatMap((column, x) =>
          column.map((id, y) => `${ids[x]![(y + seed) % ids[x]!.length]!}>${id}`),
        );
      const [from = '', to = ''] = wires[seed % wires.length]!.split('>');
      const document = documentOf(places, wires);
      const { place, moved } = between(document, from, to);
      const boxes = [...document.nodesById.values()].map((node) => ({
        ...CARD,
        ...(moved.get(node.id) ?? node.position),
      }));
      boxes.push({ ...place, ...CARD });
      for (const [at, box] of boxes.entries()) {
        for (const other of boxes.slice(at + 1)) expect(overlaps(box, other)).toBe(false);
      }
      expect(moved.has(from)).toBe(false);
    }),
  );
});
