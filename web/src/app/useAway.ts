import { create } from 'zustand';

/** Whether the server did not answer when a part of the page was last asked for. */
export const useAway = create<{ readonly isAway: boolean }>()(() => ({ isAway: false }));
