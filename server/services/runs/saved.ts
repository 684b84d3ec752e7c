/** The files that a run's nodes saved, told from its events. */
import { extname } from 'node:path';
import type { OutputSummary, RunEvent } from '#schemas/types.ts';
import { plainName } from '../fileNames.ts';
import type { SavedOutput } from '../types.ts';

/** A node that saves says so in its report: `details.file`. */
type File = Pick<SavedOutput, 'name' | 'hash'>;

export function savedOutputs(events: readonly RunEvent[]): Omit<SavedOutput, 'bytes'>[] {
  const files = new Map<string, readonly File[]>();
  for (const event of events) {
    if (event.type !== 'node-finished' && event.type !== 'node-cached') continue;
    const saved = Object.values(event.outputs ?? {}).flatMap(filesOf);
    if (saved.length > 0) files.set(event.step, saved);
  }
  const taken = new Set<string>();
  return [...files].flatMap(([step, saved]) =>
    saved.map(({ name, hash }) => ({ step, name: freeName(name, taken), hash })),
  );
}

function filesOf(output: OutputSummary): readonly File[] {
  if (output.type !== 'report') return [];
  const { details } = (output['report'] ?? {}) as { details?: { file?: Partial<File> } };
  const { name, hash } = details?.file ?? {};
  const isFile = typeof name === 'string' && typeof hash === 'string' && isPlain(name);
  return isFile ? [{ name, hash }] : [];
}

/** The name comes from a node: one that would leave its folder is not handed on. */
function isPlain(name: string): boolean {
  try {
    return plainName(name) === name;
  } catch {
    return false;
  }
}

/** Case does not tell files apart on every system. */
function freeName(name: string, taken: Set<string>): string {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${stem} ${number}${ending}`;
  taken.add(free.toLowerCase());
  return free;
}
