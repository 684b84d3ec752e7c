/** What a command declares of itself: help and the reading of its arguments come from it. */
import type { Localized } from '#schemas/types.ts';
import type { Terminal } from './terminal.ts';

export interface Option {
  /** What stands after it, for the help; an option without one is a switch. */
  readonly value?: string;
  readonly many?: boolean;
  readonly about: Localized;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly switches: ReadonlySet<string>;
  /** By option, in the order given. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export interface Command {
  readonly name: string;
  readonly about: Localized;
  /** The words after the name, each as the help shows it: <needed>. */
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** The exit code. */
  run(given: Arguments, terminal: Terminal): Promise<number>;
}

/** How a command ends. */
export const DONE = 0;
/** The run failed; a data file that is missing or cannot be read is part of that. */
export const FAILED = 1;
/** The command was not understood: usage, parameters, a document that is not one. */
export const REFUSED = 2;
