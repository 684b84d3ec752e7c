import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialState } from '../store/initialState.ts';
import { RAIL, sizesFor, topBarHeight, type Screen } from './panelSizes.ts';

const { panels } = initialState().view;

/** What the canvas keeps of a screen with inspector, folded palette and the longest form, 0 to 1. */
function shareOf(screen: Screen): number {
  const { inspectorHeight, formWidth, formHeight } = sizesFor(panels, screen);
  const height = screen.height - topBarHeight(screen) - inspectorHeight;
  const canvas = (screen.width - RAIL) * height - formWidth * formHeight;
  return canvas / (screen.width * screen.height);
}

test('a laptop’s canvas keeps 60 % of the screen with everything open', () => {
  for (const [width, height] of [
    [1366, 768],
    [1280, 720],
    [1280, 800],
    [1536, 730],
  ] as const) {
    expect(shareOf({ width, height }), `${width} × ${height}`).toBeGreaterThanOrEqual(0.6);
  }
});

test('what somebody chose is kept; all else follows the screen', () => {
  const chosen = { ...panels, inspectorHeight: 320, formWidth: 400, paletteOpen: true };
  const low = { width: 683, height: 384 };
  expect(sizesFor(chosen, low)).toMatchObject({
    inspectorHeight: 320,
    formWidth: 400,
    paletteOpen: true,
  });
  expect(sizesFor(panels, low)).toMatchObject({ inspectorHeight: 128, paletteOpen: false });
  expect(sizesFor(panels, { width: 1920, height: 1080 })).toMatchObject({
    inspectorHeight: 360,
    formWidth: 320,
    isNarrow: false,
  });
});

test('on any screen there is room for two fields, and the inspector has less than the canvas unless it is asked for more', () => {
  const screen = fc.record({
    width: fc.integer({ min: 320, max: 4000 }),
    height: fc.integer({ min: 320, max: 2400 }),
  });
  fc.assert(
    fc.property(screen, (size) => {
      const { inspectorHeight, formHeight } = sizesFor(panels, size);
      const below = size.height - topBarHeight(size);
      expect(formHeight).toBeGreaterThanOrEqual(232);
      expect(inspectorHeight).toBeLessThan(below / 2);
      const tall = sizesFor({ ...panels, inspectorTall: true }, size);
      expect(tall.inspectorHeight).toBeGreaterThan(below / 2);
    }),
  );
});
