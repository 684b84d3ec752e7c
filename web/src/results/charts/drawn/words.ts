/** What the parts of a described picture are called, in the reader's language. */
import type { Chart, ChartAxis, ChartGroup } from '#schemas/chart.ts';
import type { Locale } from '#schemas/types.ts';
import { dayStyle } from '../../../i18n/days.ts';
import type { Say } from '../../../i18n/useText.ts';
import { numberFormat, percentFormat } from '../chart.ts';

export type Words = {
  readonly say: Say;
  readonly locale: Locale;
  readonly number: (value: number) => string;
  /** As an axis has room for it. */
  readonly tick: (value: number) => string;
  /** A value of an axis, as exact as a person asks when pointing at it. */
  readonly value: (axis: ChartAxis, value: number) => string;
  readonly name: (axis: ChartAxis) => string;
  /** Of an axis of groups or bins: what each place is called. */
  readonly places: (axis: ChartAxis) => readonly string[];
};

export function drawnWords(say: Say, locale: Locale): Words {
  const number = numberFormat(locale, 6);
  const percent = percentFormat(locale, 1);
  const dates = new Map<string, Intl.DateTimeFormat>();
  const moment = (time: number, step: string): string => {
    if (step === 'quarter') return quarterWord(say, time);
    const known = dates.get(step) ?? new Intl.DateTimeFormat(locale, optionsOf(step, locale));
    dates.set(step, known);
    return known.format(time);
  };
  const value: Words['value'] = (axis, each) => {
    if (axis.scale === 'time') return moment(each, axis.step ?? stepOf(axis));
    return axis.figure === 'share' ? percent(each) : number(each);
  };
  const groupWord = (axis: ChartAxis, group: ChartGroup): string => {
    if ('missing' in group) return say('results.drawn.missing');
    if ('others' in group) return say('results.drawn.others', { count: group.others });
    const own = group.value;
    if (axis.part === true) return partWord(say, own);
    if (typeof own === 'boolean') return say(own ? 'panels.yes' : 'panels.no');
    if (typeof own === 'number') return axis.type === 'int64' ? String(own) : number(own);
    const time = timeOf(own, axis);
    return time === undefined ? own : moment(time, stepOf(axis));
  };
  const bins = (axis: ChartAxis, edges: readonly number[]): readonly string[] =>
    edges.slice(1).map((edge, at) => {
      const from = edges[at]!;
      if (axis.scale === 'time') return value(axis, from);
      // The edges between whole numbers are told by the numbers that they hold.
      if (axis.type !== 'int64' || axis.scale === 'log') return `${number(from)} – ${number(edge)}`;
      const [first, last] = [Math.ceil(from), Math.floor(edge)];
      return first >= last ? String(first) : `${first} – ${last}`;
    });
  return {
    say,
    locale,
    number,
    tick: tickFormat(locale),
    value,
    name: (axis) => nameOf(say, axis),
    places: (axis) =>
      axis.edges === undefined
        ? (axis.groups ?? []).map((group) => groupWord(axis, group))
        : bins(axis, axis.edges),
  };
}

/** Large numbers shortened, so that they stand beside an axis. */
function tickFormat(locale: Locale): (value: number) => string {
  const plain = numberFormat(locale, 4);
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  return (value) => (Math.abs(value) >= 100_000 ? short.format(value) : plain(value));
}

function nameOf(say: Say, axis: ChartAxis): string {
  const { title, column, figure, part } = axis;
  if (title !== undefined) return title;
  if (part === true) return say('results.drawn.part');
  if (figure === undefined) return column ?? '';
  if (figure === 'count') return say('results.rows');
  return say(`results.drawn.figure.${figure}`, { column: column ?? '' });
}

function partWord(say: Say, part: string | number | boolean): string {
  if (typeof part === 'number') return say('results.drawn.fold', { number: part });
  return part === 'train' || part === 'validation' || part === 'test'
    ? say(`results.drawn.part.${part}`)
    : String(part);
}

function timeOf(text: string, { type }: ChartAxis): number | undefined {
  if (type !== 'date' && type !== 'timestamp') return undefined;
  const time = Date.parse(text.length > 10 ? `${text}Z` : `${text}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time;
}

function quarterWord(say: Say, time: number): string {
  const day = new Date(time);
  const quarter = Math.floor(day.getUTCMonth() / 3) + 1;
  return say('results.drawn.quarter', { quarter, year: String(day.getUTCFullYear()) });
}

const stepOf = ({ type }: ChartAxis): string => (type === 'timestamp' ? 'minute' : 'day');

function optionsOf(step: string, locale: Locale): Intl.DateTimeFormatOptions {
  const timeZone = 'UTC';
  switch (step) {
    case 'year':
      return { timeZone, year: 'numeric' };
    case 'month':
      return { timeZone, year: 'numeric', month: 'short' };
    case 'hour':
    case 'minute':
      return { timeZone, dateStyle: dayStyle(locale), timeStyle: 'short' };
    default:
      return { timeZone, dateStyle: dayStyle(locale) };
  }
}

/** The title, or what a person would call such a picture. */
export function titleOf(chart: Chart, words: Words, otherwise: string): string {
  return chart.title === '' ? otherwise : chart.title;
}
