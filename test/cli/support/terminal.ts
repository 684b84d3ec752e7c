/** A terminal that keeps what was said, for commands that run inside the test. */
import type { Locale } from '#schemas/types.ts';
import type { Environment, Terminal } from '#server/cli/terminal.ts';
import { runCommandLine } from '#server/cli/dispatch.ts';

export interface Heard {
  readonly code: number;
  readonly said: string[];
  readonly noted: string[];
}

/** Runs a command line in this process. */
export async function type(
  words: readonly string[],
  { locale = 'en', env = {} }: { locale?: Locale; env?: Environment } = {},
): Promise<Heard> {
  const said: string[] = [];
  const noted: string[] = [];
  const terminal: Terminal = {
    env,
    locale,
    folder: process.cwd(),
    say: (line) => void said.push(line),
    note: (line) => void noted.push(line),
    onStop: () => () => {},
  };
  return { code: await runCommandLine(words, terminal), said, noted };
}
