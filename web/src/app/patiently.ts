/** A part of the page that is fetched when it is needed, from a server that may be away just then. */
import { getHealth } from '../api.ts';
import { useAway } from './useAway.ts';

const PAUSE = 1_000;
const FRESH = 3_000;

/** A part did not come though the server is there: it may have other parts by now. Only the whole page gets them. */
export class PartMissing extends Error {
  override name = 'PartMissing';
}

/**
 * Loads once the server answers. A browser remembers of a module that it could not be fetched, for as long as the page
 * stays, so it is not asked for one in vain. `isThere` asks whether the server answers.
 */
export async function patiently<T>(
  load: () => Promise<T>,
  { isThere = answers, pause = PAUSE } = {},
): Promise<T> {
  while (!(await isThere())) {
    useAway.setState({ isAway: true });
    await new Promise((wake) => setTimeout(wake, pause));
  }
  useAway.setState({ isAway: false });
  try {
    return await load();
  } catch (error) {
    throw new PartMissing(String(error), { cause: error });
  }
}

/** For what the address itself asks for: just after the page came there is somebody who gave it. */
export const isThereOrWas = async (): Promise<boolean> =>
  performance.now() < FRESH || (await answers());

async function answers(): Promise<boolean> {
  try {
    await getHealth();
    return true;
  } catch {
    return false;
  }
}
