import type { RunState } from '../api.ts';
import type { Theme } from '../store/state.ts';
import type { IconName } from './Icon.tsx';

/** How a run, or a step of it, stands. */
export const runIcons: Readonly<Record<RunState, IconName>> = {
  queued: 'clock',
  running: 'ring',
  done: 'check',
  failed: 'cross',
  cancelled: 'stop',
  waiting: 'person',
};

export const themeIcons: Readonly<Record<Theme, IconName>> = {
  system: 'screen',
  light: 'sun',
  dark: 'moon',
};
