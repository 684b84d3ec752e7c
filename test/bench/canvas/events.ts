/** A run that tells 200 events a second, on a canvas of 1,000 nodes. */
import type { CDPSession, Page } from 'playwright-core';
import { graph, idOf } from './support/graph.ts';
import { framesDuring } from './support/motion.ts';
import { openPacedServer } from './support/pacedRun.ts';
import {
  CARD,
  figure,
  interactiveAt,
  TURNS,
  watchFor,
  withBrowser,
  withPage,
} from './support/page.ts';
import { forgetRenders, rendersByCard, watchRenders } from './support/renders.ts';

const NODES = 1000;
const PER_SECOND = 200;
const WINDOW = 3000;
/** Every second node of the first rows, which are in view: the others beside them are not concerned. */
const steps = Array.from({ length: 100 }, (_, at) => idOf(2 * at));
const concerned: ReadonlySet<string> = new Set(steps);

export async function figures() {
  const document = graph({ name: '1,000 nodes', nodes: NODES });
  return withBrowser(async (browser) => {
    const server = await openPacedServer(document, { perSecond: PER_SECOND, steps });
    try {
      const turns: Turn[] = [];
      for (let turn = 0; turn < TURNS; turn += 1) {
        turns.push(await withPage(browser, (page, cdp) => oneTurn(page, cdp, server.address)));
      }
      const others = turns.map((turn) => turn.others);
      const fps = figure(
        'canvas.events',
        turns.map((turn) => turn.fps),
        { unit: 'fps', least: 50 },
      );
      return [
        {
          ...fps,
          goal: `${fps.goal}, no other node drawn`,
          met: fps.met && Math.max(...others) === 0,
        },
        figure('canvas.eventsOthers', others, { unit: 'drawings', most: 0 }),
      ];
    } finally {
      await server.close();
    }
  });
}

interface Turn {
  readonly fps: number;
  /** How often cards were drawn that no event was about. */
  readonly others: number;
}

async function oneTurn(page: Page, cdp: CDPSession, address: string): Promise<Turn> {
  await watchRenders(page);
  await watchFor(page, CARD, false);
  await page.goto(address);
  await interactiveAt(page, CARD);
  await page.locator(`${CARD} [data-state="running"]`).first().waitFor();
  // What is asked once after opening has been answered by then.
  await page.waitForTimeout(WINDOW);
  await forgetRenders(page);
  const { fps } = await framesDuring(page, cdp, CARD, () => page.waitForTimeout(WINDOW));
  const drawn = [...(await rendersByCard(page))];
  if (!drawn.some(([id]) => concerned.has(id))) throw new Error('No event was shown.');
  const others = drawn.filter(([id]) => !concerned.has(id));
  return { fps, others: others.reduce((sum, [, times]) => sum + times, 0) };
}
