/** One load of the page in one window: what tells two windows of a browser apart. */
const NAME = 'esteira.page';

export const thisPage = crypto.getRandomValues(new Uint32Array(4)).join('-');

/** What this window showed before its page was loaded again. */
export const pageBefore = exchange();

function exchange(): string | undefined {
  try {
    const before = sessionStorage.getItem(NAME) ?? undefined;
    sessionStorage.setItem(NAME, thisPage);
    return before;
  } catch {
    // Storage may be forbidden, and tests of the store have none.
    return undefined;
  }
}
