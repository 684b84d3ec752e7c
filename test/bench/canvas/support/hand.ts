/** What a hand does with a canvas. */
import type { Page } from 'playwright-core';
import { keepMoving } from './motion.ts';
import type { PageDocument } from './dom.ts';

declare const document: PageDocument;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far a dragging hand goes from its middle, and its steps a round. */
const REACH = { x: 120, y: 60 } as const;
const ROUND = 120;

/** A lying eight, which leaves its middle at once and stays away from the edges, where the canvas pans by itself. */
const onEight = ({ x, y }: Point, step: number): readonly [number, number] => {
  const angle = (2 * Math.PI * step) / ROUND;
  return [x + REACH.x * Math.sin(angle), y + REACH.y * Math.sin(2 * angle)];
};

/** Presses at a point, moves around it, and lets go where it began. */
export async function dragAround(page: Page, from: Point, ms: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await keepMoving(ms, (step) => page.mouse.move(...onEight(from, step)));
  await page.mouse.move(from.x, from.y);
  await page.mouse.up();
}

const NOTCH = 25;
const NOTCHES = 24;

/** Turns the wheel over a point, away and back: from zoom 1 to about 0.43 and again to 1, where it ends. */
export async function zoomAwayAndBack(page: Page, at: Point, ms: number): Promise<void> {
  await page.mouse.move(at.x, at.y);
  const isAway = (step: number): boolean => step % (2 * NOTCHES) < NOTCHES;
  const turn = (step: number): Promise<void> => page.mouse.wheel(0, isAway(step) ? NOTCH : -NOTCH);
  let steps = 0;
  await keepMoving(ms, (step) => {
    steps = step + 1;
    return turn(step);
  });
  // Time runs out anywhere: what is measured next must not begin from farther away.
  for (; steps % (2 * NOTCHES) !== 0; steps += 1) await turn(steps);
}

/** A point of the pane that no card, wire or panel covers, near the middle of the canvas. */
export async function freePoint(page: Page): Promise<Point> {
  const found = await page.evaluate(() => {
    const box = document.querySelector('.react-flow')!.getBoundingClientRect();
    for (let away = 0; away < box.height / 2; away += 4) {
      const [x, y] = [box.x + box.width / 2 - away, box.y + box.height / 2 - away];
      const isFree = document.elementFromPoint(x, y)?.classList.contains('react-flow__pane');
      if (isFree === true) return { x, y };
    }
    return undefined;
  });
  if (found === undefined) throw new Error('The whole canvas is covered.');
  return found;
}
