/** How what nobody has laid out by hand lies on the canvas: templates and suggested pipelines. */
import { beforeAll, expect, it } from 'vitest';
import type { Edge, Pipeline } from '#schemas/types.ts';
import { loadNodes, NODES_DIR } from '#server/catalogue/load.ts';
import { type Catalogue, createCatalogue } from '#server/engine/catalogue.ts';
import { suggestPipeline } from '#server/services/suggest/pipeline.ts';
import { loadTemplates } from '#server/templates/load.ts';

let catalogue: Catalogue;

beforeAll(async () => {
  catalogue = createCatalogue(await loadNodes(NODES_DIR));
});

/** As in web/src/canvas/geometry.ts. */
const CARD = { width: 216, height: 72 };
const ROW = 26;

type Point = readonly [x: number, y: number];

/** As the canvas draws it: a curve, or in steps where it leads back. */
function wireOf(document: Pipeline, { from, to }: Edge): readonly Point[] {
  const [x, y] = endOf(document, from, 'outputs');
  const [toX, toY] = endOf(document, to, 'inputs');
  if (toX < x + 16) {
    const middle = (y + toY) / 2;
    const corners: readonly Point[] = [
      [x, y],
      [x + 22, y],
      [x + 22, middle],
      [toX - 22, middle],
      [toX - 22, toY],
      [toX, toY],
    ];
    return corners.slice(1).flatMap((end, at) => between(corners[at]!, end));
  }
  const half = (x + toX) / 2;
  return steps.map((t) => [
    (1 - t) ** 3 * x + 3 * (1 - t) * t * half + t ** 3 * toX,
    (1 - t) ** 2 * (1 + 2 * t) * y + t ** 2 * (3 - 2 * t) * toY,
  ]);
}

const steps = Array.from({ length: 101 }, (_, at) => at / 100);

const between = ([x, y]: Point, [toX, toY]: Point): readonly Point[] =>
  steps.map((t) => [x + t * (toX - x), y + t * (toY - y)]);

function endOf(document: Pipeline, end: Edge['from'], side: 'inputs' | 'outputs'): Point {
  const node = document.nodes.find(({ id }) => id === end.node)!;
  const ports = Object.keys(catalogue.find(node.type)!.definition[side]);
  const { x, y } = node.position;
  const apart = Math.min(ROW, CARD.height / (ports.length + 1));
  const down = CARD.height / 2 + (ports.indexOf(end.port) - (ports.length - 1) / 2) * apart;
  return [side === 'outputs' ? x + CARD.width : x, y + down];
}

/** Wires and the cards that they run behind, or so near to that it looks so. */
function hidden(document: Pipeline): readonly string[] {
  const near = 8;
  return document.edges.flatMap((edge) => {
    const wire = wireOf(document, edge);
    return document.nodes
      .filter(({ id, position: { x, y } }) => {
        const isEnd = id === edge.from.node || id === edge.to.node;
        return wire.some(
          ([atX, atY]) =>
            !isEnd &&
            atX > x - near &&
            atX < x + CARD.width + near &&
            atY > y - near &&
            atY < y + CARD.height + near,
        );
      })
      .map(({ id }) => `${edge.from.node} > ${edge.to.node} behind ${id}`);
  });
}

/** What the canvas of a laptop, palette open, shows of it at a zoom at which its text can be read. */
const seen = { width: 1062 / 0.78, height: 488 / 0.78 };

function expectReadable(document: Pipeline): void {
  expect(hidden(document)).toEqual([]);
  const xs = document.nodes.map(({ position }) => position.x);
  const ys = document.nodes.map(({ position }) => position.y);
  expect(Math.max(...xs) - Math.min(...xs) + CARD.width).toBeLessThan(seen.width);
  expect(Math.max(...ys) - Math.min(...ys) + CARD.height).toBeLessThan(seen.height);
  // No card on another.
  expect(new Set(document.nodes.map(({ position: { x, y } }) => `${x} ${y}`)).size).toBe(xs.length);
}

it('no wire of a template runs behind a card, and a laptop shows it at a size that can be read', async () => {
  for (const { text } of await loadTemplates()) expectReadable(JSON.parse(text) as Pipeline);
});

it.each([
  [100, []],
  [5000, []],
  [5000, ['text']],
  [100, ['text', 'date']],
  [5000, ['text', 'date']],
] as const)('nor of a suggestion for %i rows with %j beside numbers', (rows, types) => {
  const columns = ['int64', ...types].map((type, at) => ({
    name: `c${at}`,
    type: type as 'int64' | 'text' | 'date',
    meaning: type === 'text' ? ('category' as const) : ('number' as const),
    missing: 0,
    distinct: 50,
    identifier: false,
    series: false,
    role: 'feature' as const,
  }));
  const dataset = { dataset: 'clients.csv', hash: 'a'.repeat(64) };
  const asked = { dataset, target: 'c0', locale: 'en' } as const;
  expectReadable(suggestPipeline({ rows, columns }, asked).document);
});
