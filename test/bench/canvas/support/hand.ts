/** What a hand does with a canvas. */
import type { Page } from 'playwright-core';
import { keepMoving } from './motion.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Radius of the way of a dragging hand, and its steps a round. */
const RADIUS = 160;
const ROUND = 120;

const onCircle = ({ x, y }: Point, step: number): readonly [number, number] => {
  const angle = (2 * Math.PI * step) / ROUND;
  return [x + RADIUS * Math.sin(angle), y + RADIUS * (1 - Math.cos(angle))];
};

/** Presses at a point, moves in circles through it, and lets go. */
export async function dragInCircles(page: Page, from: Point, ms: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await keepMoving(ms, (step) => page.mouse.move(...onCircle(from, step)));
  await page.mouse.up();
}

const NOTCH = 25;
const NOTCHES = 24;

/** Turns the wheel over a point, away and back: from zoom 1 to about 0.43 and again to 1. */
export async function zoomAwayAndBack(page: Page, at: Point, ms: number): Promise<void> {
  await page.mouse.move(at.x, at.y);
  const isAway = (step: number): boolean => step % (2 * NOTCHES) < NOTCHES;
  await keepMoving(ms, (step) => page.mouse.wheel(0, isAway(step) ? NOTCH : -NOTCH));
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
