/** Keeps compiled code between starts, so that the second start and every command need not compile again. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../node_modules/.cache/esteira', import.meta.url));

/**
 * Works for what is imported afterwards, and for child processes. The folder belongs to the clone: one that all users
 * of the machine share would let another user hand us code. Where it cannot be written, nothing is kept.
 */
export function keepCompiledCode(): void {
  enableCompileCache(folder);
  process.env['NODE_COMPILE_CACHE'] ??= folder;
}

/** A process that is killed writes nothing at its end, so a server writes once it has started. */
export function saveCompiledCodeSoon(): void {
  setTimeout(flushCompileCache, 5000).unref();
}
