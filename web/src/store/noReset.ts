import type { Reset } from './state.ts';

/** Nothing is to be computed again. */
export const noReset: Reset = { nodes: new Set(), after: null };
