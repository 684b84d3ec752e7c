/** The light theme of the page (web/src/theme/tokens.css, which a test compares), as a file of its own needs it. */
import type { ChartTheme } from '../../web/src/results/charts/chart.ts';

export const colours = {
  paper: '#f4f6f8',
  line: '#dce1e8',
  'line-strong': '#8b95a3',
  ink: '#1a1f27',
  quiet: '#56606e',
  wire: '#98a3b1',
  surface: '#ffffff',
  accent: '#3f4fd1',
  'accent-soft': '#e9ebfc',
  done: '#1a7742',
  failed: '#bb2a22',
  stale: '#8f5a00',
  waiting: '#7a3fc0',
  idle: '#65707e',
  running: '#0a6ab8',
  'failed-soft': '#fce9e7',
  'stale-soft': '#fbf0da',
} as const;

export const hues = {
  collect: 245,
  inspect: 205,
  columns: 180,
  rows: 155,
  combine: 130,
  clean: 105,
  split: 75,
  learn: 290,
  evaluate: 50,
  visualise: 340,
  control: 265,
  deploy: 20,
  monitor: 315,
} as const;

/** Okabe and Ito's. */
const series = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#f0e442'];

export const chartTheme: ChartTheme = {
  ink: colours.ink,
  quiet: colours.quiet,
  line: colours.line,
  surface: colours.surface,
  raised: colours.surface,
  accent: colours.accent,
  failed: colours.failed,
  series,
};
