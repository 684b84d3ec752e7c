/** Fingers, as the browser hears of them: what scripts make up is not what gestures are recognised from. */
import type { CDPSession, Locator, Page } from 'playwright-core';

export type Spot = readonly [x: number, y: number];

export interface Fingers {
  /** Each finger from its first to its second spot, all at once, over several frames. */
  readonly drag: (...ways: readonly (readonly [Spot, Spot])[]) => Promise<void>;
  /** One finger rests until `done` has come to pass, and goes up. */
  readonly rest: (at: Spot, done: () => Promise<unknown>) => Promise<void>;
}

const STEPS = 8;

export async function fingers(page: Page): Promise<Fingers> {
  const session = await page.context().newCDPSession(page);
  return {
    drag: async (...ways) => {
      await touch(
        session,
        'touchStart',
        ways.map(([from]) => from),
      );
      for (let step = 1; step <= STEPS; step += 1) {
        const part = step / STEPS;
        const at = ways.map(([[x, y], [toX, toY]]): Spot => {
          return [x + (toX - x) * part, y + (toY - y) * part];
        });
        await touch(session, 'touchMove', at);
        await page.evaluate('new Promise(requestAnimationFrame)');
      }
      await touch(session, 'touchEnd', []);
    },
    rest: async (at, done) => {
      await touch(session, 'touchStart', [at]);
      await done();
      await touch(session, 'touchEnd', []);
    },
  };
}

function touch(
  session: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  spots: readonly Spot[],
): Promise<unknown> {
  const touchPoints = spots.map(([x, y], id) => ({ x, y, id }));
  return session.send('Input.dispatchTouchEvent', { type, touchPoints });
}

export async function middleOf(locator: Locator): Promise<Spot> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return [box.x + box.width / 2, box.y + box.height / 2];
}
