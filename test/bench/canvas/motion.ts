/** Panning, zooming and dragging on large pipelines: frames a second, and the main thread's time a frame. */
import type { Page } from 'playwright-core';
import { graph, PITCH } from './support/graph.ts';
import { dragAround, freePoint, zoomAwayAndBack, type Point } from './support/hand.ts';
import { duringMotion, type Motion } from './support/motion.ts';
import {
  CARD,
  figure,
  openPipeline,
  TURNS,
  withPage,
  withPlace,
  type Place,
  type Viewport,
} from './support/page.ts';
import type { PageDocument } from './support/dom.ts';

declare const document: PageDocument;

const VIEW = '.react-flow__viewport';
const WINDOW = 1500;
const fps = (least: number) => ({ unit: 'fps', least });
const cpu = { unit: 'ms', most: 10 };

export function figures() {
  return withPlace(async (place) => {
    const pan692 = await pan692Turns(place);
    const drag1000 = await drag1000Turns(place);
    const pan10000 = await pan10000Turns(place);
    return [
      figure(
        'canvas.pan692',
        pan692.map((turn) => turn.fps),
        fps(55),
      ),
      figure(
        'canvas.pan692cpu',
        pan692.map((turn) => turn.cpu),
        cpu,
      ),
      figure(
        'canvas.drag1000',
        drag1000.map((turn) => turn.fps),
        fps(55),
      ),
      figure(
        'canvas.drag1000cpu',
        drag1000.map((turn) => turn.cpu),
        cpu,
      ),
      figure(
        'canvas.pan10000',
        pan10000.map((turn) => turn.fps),
        fps(50),
      ),
    ];
  });
}

/** From the middle of the graph, where cards come into view on all sides. */
const within: Viewport = { x: -10 * PITCH.x, y: -6 * PITCH.y, zoom: 1 };

/** The graph of KNIME's own test of its canvas. */
async function pan692Turns({ browser, server }: Place): Promise<readonly Motion[]> {
  const id = await server.save(graph({ name: '692 nodes', nodes: 692, extra: 140 }));
  const address = `${server.url}/pipelines/${id}`;
  return withPage(
    browser,
    async (page, cdp) => {
      await openPipeline(page, address);
      return turns(async () => {
        const at = await freePoint(page);
        return duringMotion(page, cdp, VIEW, async () => {
          await dragAround(page, at, WINDOW);
          await zoomAwayAndBack(page, at, WINDOW);
        });
      });
    },
    { id, viewport: within },
  );
}

/** So far away that the hand has about sixty cards before it. */
const sixty: Viewport = { x: -6 * PITCH.x, y: -6 * PITCH.y, zoom: 0.85 };

async function drag1000Turns({ browser, server }: Place): Promise<readonly Motion[]> {
  const id = await server.save(graph({ name: '1,000 nodes', nodes: 1000 }));
  return withPage(
    browser,
    async (page, cdp) => {
      await openPipeline(page, `${server.url}/pipelines/${id}`);
      const inView = await page.locator(CARD).count();
      if (inView < 50 || inView > 80) throw new Error(`${inView} cards are in view.`);
      await selectInTheMiddle(page);
      return turns(async () => {
        // The canvas may have followed what was selected.
        const card = await cardInTheMiddle(page);
        const moving = `${CARD}[data-id="${card.id}"]`;
        return duringMotion(page, cdp, moving, () => dragAround(page, card, 2 * WINDOW));
      });
    },
    { id, viewport: sixty },
  );
}

/** Selects a card; the panels that this opens move the middle, so it is looked for again. */
async function selectInTheMiddle(page: Page): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    const { x, y } = await cardInTheMiddle(page);
    await page.mouse.click(x, y);
    await page.waitForTimeout(WINDOW);
  }
}

interface Card extends Point {
  readonly id: string;
}

/** The card nearest to the middle of the canvas, and a point on it that drags it. */
function cardInTheMiddle(page: Page): Promise<Card> {
  return page.evaluate((selector) => {
    const whole = document.querySelector('.react-flow')!.getBoundingClientRect();
    const cards = [...document.querySelectorAll(selector)].map((card) => {
      const box = card.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const away = Math.hypot(x - whole.x - whole.width / 2, y - whole.y - whole.height / 2);
      return { id: card.dataset['id']!, x, y, away };
    });
    return cards.toSorted((a, b) => a.away - b.away)[0]!;
  }, CARD);
}

/** All of it in sight, drawn as one picture. */
const overview: Viewport = { x: 40, y: 40, zoom: 0.1 };

async function pan10000Turns({ browser, server }: Place): Promise<readonly Motion[]> {
  const id = await server.save(graph({ name: '10,000 nodes', nodes: 10_000, length: 100 }));
  return withPage(
    browser,
    async (page, cdp) => {
      await openPipeline(page, `${server.url}/pipelines/${id}`, '.overview');
      return turns(async () => {
        const at = await freePoint(page);
        return duringMotion(page, cdp, VIEW, () => dragAround(page, at, 2 * WINDOW));
      });
    },
    { id, viewport: overview },
  );
}

async function turns(one: () => Promise<Motion>): Promise<readonly Motion[]> {
  const all: Motion[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) all.push(await one());
  return all;
}
