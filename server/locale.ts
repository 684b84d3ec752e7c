import type { Locale } from '#schemas/types.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The language of a terminal, as the system tells it; English where it is neither of ours. */
export function terminalLocale(env: Environment = process.env): Locale {
  const set = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'];
  // Windows sets none of these; its own setting reaches Node by another way.
  const name = set ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return /^pt\b|^pt_/i.test(name) ? 'pt-BR' : 'en';
}
