/** Which cards React draws again: asked of the hook by which React tells its own tools of each commit. */
import type { Page } from 'playwright-core';

interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly memoizedProps: {
    readonly id?: unknown;
    readonly data?: { readonly node?: unknown };
  } | null;
}

interface Hooked {
  drawn: Map<string, number>;
}

/** To be called before the page is opened. */
export function watchRenders(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const drawn = new Map<string, number>();
    // A component that React has called carries this flag, in a production build too.
    const PERFORMED_WORK = 1;
    const FUNCTION = 0;
    const MEMO = 15;
    const visit = (fiber: Fiber): void => {
      const { tag, flags, memoizedProps: props } = fiber;
      const isDrawn = (tag === FUNCTION || tag === MEMO) && (flags & PERFORMED_WORK) !== 0;
      if (isDrawn && props?.data?.node !== undefined && typeof props.id === 'string') {
        drawn.set(props.id, (drawn.get(props.id) ?? 0) + 1);
      }
      // The same child as before this commit: nothing below was looked at.
      if (fiber.alternate !== null && fiber.child === fiber.alternate.child) return;
      for (let child = fiber.child; child !== null; child = child.sibling) visit(child);
    };
    const hook = {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      checkDCE: () => {},
      onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) => visit(root.current),
      onCommitFiberUnmount: () => {},
      onPostCommitFiberRoot: () => {},
    };
    Object.assign(globalThis, { drawn, ['__REACT_DEVTOOLS_GLOBAL_HOOK__']: hook });
  });
}

export const forgetRenders = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as Hooked).drawn.clear());

/** How often each card was drawn since the last `forgetRenders`. */
export async function rendersByCard(page: Page): Promise<ReadonlyMap<string, number>> {
  return new Map(await page.evaluate(() => [...(globalThis as unknown as Hooked).drawn]));
}
