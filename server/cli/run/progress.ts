/** A run on a terminal: a line for each step that is over, and lines that are drawn over for those at work. */
import { durationText } from '#schemas/quantities.ts';
import type { Locale, Pipeline, RunEvent } from '#schemas/types.ts';
import type { Screen } from '../terminal.ts';
import type { Watcher } from './follow.ts';
import { figure, labelsOf, term, whole } from './words.ts';

type NodeEvent = Extract<RunEvent, { readonly step: string }>;
type Progress = Extract<RunEvent, { readonly type: 'node-progress' }>;

const FRAME_MS = 80;
/** Lines that are drawn over; the rest of many steps at work is only counted. */
const MOST_LINES = 6;
/** A line for each step helps with a dozen; of hundreds nobody reads them. */
const MOST_STEPS = 60;
const BAR = 20;

const words = {
  en: { cached: 'unchanged', skipped: 'skipped', failed: 'failed', waiting: 'waits', of: 'of' },
  'pt-BR': {
    cached: 'sem mudança',
    skipped: 'não executado',
    failed: 'falhou',
    waiting: 'espera',
    of: 'de',
  },
};

// The terminal itself cuts long lines off while they are drawn, as it alone knows how wide letters are.
const unwrapped = (text: string): string => `\x1b[?7l${text}\x1b[?7h`;
const upAndClear = (lines: number): string => (lines === 0 ? '' : `\x1b[${lines}A\x1b[0J`);

export function drawProgress(
  screen: Screen,
  document: Pick<Pipeline, 'nodes'>,
  locale: Locale,
): Watcher {
  const label = labelsOf(document.nodes);
  const total = document.nodes.length;
  const working = new Map<string, Progress | undefined>();
  let over = 0;
  let drawn = 0;
  let finished: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  const draw = (last = false): void => {
    timer = undefined;
    const shown = last ? [] : [...working].slice(0, MOST_LINES);
    const lines = shown.map(([step, progress]) => `  ${label(step)} ${barOf(progress, locale)}`);
    if (!last) lines.push(`  ${whole(over, locale)} ${words[locale].of} ${whole(total, locale)}`);
    const text = [...finished, ...lines].map((line) => `${line}\n`).join('');
    screen.write(unwrapped(upAndClear(drawn) + text));
    drawn = lines.length;
    finished = [];
  };
  return {
    see(event) {
      if (!('step' in event)) return;
      if (event.type === 'node-started') working.set(event.step, undefined);
      if (event.type === 'node-progress') working.set(event.step, event);
      const line = lineOf(event, label, locale);
      if (line !== undefined) {
        working.delete(event.step);
        // Steps of child runs belong to the step that runs them.
        if (!event.step.includes('/')) {
          over += 1;
          if (total <= MOST_STEPS) finished.push(line);
        }
      }
      timer ??= setTimeout(draw, FRAME_MS);
    },
    end() {
      clearTimeout(timer);
      draw(true);
    },
  };
}

function lineOf(
  event: NodeEvent,
  label: (step: string) => string,
  locale: Locale,
): string | undefined {
  const name = label(event.step);
  const { cached, skipped, failed, waiting } = words[locale];
  switch (event.type) {
    case 'node-finished': {
      const facts = [
        ...(event.rows === undefined
          ? []
          : [`${whole(event.rows, locale)} ${term('rows', locale)}`]),
        ...(event.ms === undefined ? [] : [durationText(event.ms, locale)]),
      ];
      return `✓ ${[name, ...facts].join(' · ')}`;
    }
    case 'node-cached':
      return `= ${name} · ${cached}`;
    case 'node-failed':
      return `✗ ${name} · ${failed}`;
    case 'node-skipped':
    case 'node-cancelled':
      return `– ${name} · ${skipped}`;
    case 'node-waiting':
      return `? ${name} · ${waiting}`;
    default:
      return undefined;
  }
}

function barOf(progress: Progress | undefined, locale: Locale): string {
  if (!progress || progress.total <= 0) return '…';
  const { done, total, unit, values = {} } = progress;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * BAR);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`;
  const counted = `${whole(done, locale)}/${whole(total, locale)}`;
  const figures = Object.entries(values).map(
    ([name, value]) => `${term(name, locale)} ${figure(value, locale)}`,
  );
  const facts = [unit === undefined ? counted : `${counted} ${term(unit, locale)}`, ...figures];
  return `${bar} ${Math.round(share * 100)}% · ${facts.join(' · ')}`;
}
