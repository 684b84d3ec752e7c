/** What the services share. */
import { randomBytes } from 'node:crypto';
import { EsteiraError } from '#schemas/errors.ts';
import type { Catalogue } from '#server/engine/catalogue.ts';
import type { Store } from '#server/store/store.ts';
import type { ServiceSettings } from './types.ts';

export interface Core {
  readonly settings: ServiceSettings;
  readonly store: Store;
  /** Node folders are read once, when something first asks for them. */
  readonly catalogue: () => Promise<Catalogue>;
  readonly log: (message: string, cause?: unknown) => void;
}

export const timeNow = (): string => new Date().toISOString();

/** Short, and in the order of their making: milliseconds since 1970, then 40 random bits, in base 32. */
export function newId(now = Date.now()): string {
  const random = randomBytes(5).reduce((sum, byte) => sum * 256 + byte, 0);
  return now.toString(32).padStart(9, '0') + random.toString(32).padStart(8, '0');
}

export async function found<T>(what: string, id: string, row: Promise<T | undefined>): Promise<T> {
  const value = await row;
  if (value === undefined) throw notFound(what, id);
  return value;
}

export function notFound(what: string, id: string): EsteiraError {
  return new EsteiraError('not-found', { what, id: id.slice(0, 100) });
}
