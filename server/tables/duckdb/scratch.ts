/**
 * A folder of this process alone for spill files and unfinished writes. DuckDB leaves its spill behind when a process
 * dies, so opening one also removes the folders of processes that are no more.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^tables-(\d+)-[0-9a-f-]+$/;

export interface Scratch {
  readonly dir: string;
  /** Where DuckDB spills to. */
  readonly spill: string;
  /** A new path in the folder; nothing is created. */
  file(extension: string): string;
  /** Removes the folder with all that is in it. */
  close(): Promise<void>;
}

export async function openScratch(root: string): Promise<Scratch> {
  await mkdir(root, { recursive: true });
  await removeAbandoned(root);
  const dir = join(root, `tables-${process.pid}-${randomUUID()}`);
  await mkdir(dir);
  return {
    dir,
    spill: join(dir, 'spill'),
    file: (extension) => join(dir, `${randomUUID()}.${extension}`),
    close: () => rm(dir, { recursive: true, force: true, maxRetries: 3 }),
  };
}

async function removeAbandoned(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const pid = Number(NAME.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    await rm(join(root, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, of somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
