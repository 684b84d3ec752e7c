/** Both languages at once: for tests, and for the server, which answers readers of both. The page loads one. */
import type { Locale } from '#schemas/types.ts';
import { messages as en } from './en.ts';
import type { Messages } from './messages.ts';
import { messages as pt } from './ptBr.ts';

export const messages: Readonly<Record<Locale, Messages>> = { en, 'pt-BR': pt };
