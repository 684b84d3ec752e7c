/** What can be undone and redone: each entry is one gesture of a person, under the name of its command. */
import { merged, onlyReplaces, type Change } from './change.ts';
import type { CommandName } from './commands/command.ts';
import type { HistorySlice } from './state.ts';

export type Entry = {
  readonly name: CommandName;
  /** What the name's words need: a count, a node's name. */
  readonly about: Readonly<Record<string, string | number>>;
  readonly change: Change;
  /** Entries of one group that follow each other quickly are one entry: a burst of typing, a drag. */
  readonly group?: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
};

/** Keystrokes further apart than this are undone apart. */
const BURST = 1_500;
const LONGEST = 300;

export function record(history: HistorySlice, entry: Entry): HistorySlice {
  const last = history.done.at(-1);
  if (last !== undefined && joins(last, entry, history)) {
    const joined = { ...last, change: merged(last.change, entry.change), time: entry.time };
    return { done: [...history.done.slice(0, -1), joined], undone: [] };
  }
  return { done: [...history.done, entry].slice(-LONGEST), undone: [] };
}

function joins(last: Entry, entry: Entry, { undone }: HistorySlice): boolean {
  return (
    undone.length === 0 &&
    last.group !== undefined &&
    last.group === entry.group &&
    last.name === entry.name &&
    entry.time - last.time <= BURST &&
    onlyReplaces(last.change) &&
    onlyReplaces(entry.change)
  );
}

export const emptyHistory: HistorySlice = { done: [], undone: [] };
