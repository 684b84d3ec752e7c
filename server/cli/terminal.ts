/** Where a command reads its surroundings and says what it has to say. */
import type { Locale } from '#schemas/types.ts';
import { terminalLocale } from '#server/locale.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Terminal {
  readonly env: Environment;
  readonly locale: Locale;
  /** Relative paths start here. */
  readonly folder: string;
  /** A line of the answer itself, for a person or for the next program. */
  readonly say: (line: string) => void;
  /** A line about the work, beside the answer. */
  readonly note: (line: string) => void;
  /** Where progress may be drawn and drawn over; absent where nobody sees it. */
  readonly screen?: Screen;
  /** Calls back when a person asks to stop (Ctrl-C); returns what ends that. */
  onStop(stop: () => void): () => void;
}

export interface Screen {
  write(text: string): void;
}

export function processTerminal(): Terminal {
  const { env, stdout, stderr } = process;
  // Whoever reads may have had enough (`| head`): that is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  const drawable = stderr.isTTY && env['TERM'] !== 'dumb' && !env['CI'];
  return {
    env,
    locale: terminalLocale(env),
    folder: process.cwd(),
    say: (line) => void stdout.write(`${line}\n`),
    note: (line) => void stderr.write(`${line}\n`),
    ...(drawable ? { screen: { write: (text: string) => void stderr.write(text) } } : {}),
    onStop(stop) {
      const heard = (): void => {
        stop();
        // Who asks twice does not want to wait.
        process.once('SIGINT', () => process.exit(130));
      };
      process.once('SIGINT', heard);
      process.once('SIGTERM', heard);
      return () => {
        process.off('SIGINT', heard);
        process.off('SIGTERM', heard);
      };
    },
  };
}
