import type { Request } from 'express';
import type { Locale } from '#schemas/types.ts';

/** The language of the words that this caller is given, by Accept-Language; English where it names neither. */
export function localeOf(request: Request): Locale {
  const chosen = request.acceptsLanguages('en', 'pt-BR', 'pt');
  return chosen === 'pt-BR' || chosen === 'pt' ? 'pt-BR' : 'en';
}
