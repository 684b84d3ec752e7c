/**
 * The home folder and its one owner. `lock.json` is made exclusively by the process that owns the home; it tells
 * others where that process answers. A lock whose process is gone is taken over.
 */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EsteiraError } from '#schemas/errors.ts';

export interface Owner {
  readonly process: number;
  /** Where it answers, for a server; null for a command that only runs once. */
  readonly url: string | null;
  /** Lets the command line on the same machine and user in. */
  readonly token: string;
}

export interface Home {
  readonly path: string;
  readonly token: string;
  /** Tells others where this process answers. */
  announce(url: string): Promise<void>;
  release(): Promise<void>;
}

const lockFile = (home: string): string => join(home, 'lock.json');

/** Throws `home-not-writable`, or `home-in-use` where a living process owns it. */
export async function ownHome(path: string): Promise<Home> {
  await makeWritable(path);
  const token = randomBytes(24).toString('hex');
  const owner: Owner = { process: process.pid, url: null, token };
  for (let attempt = 0; ; attempt++) {
    if (await tryLock(path, owner)) break;
    const other = await ownerOf(path);
    // Two takeovers may race: the loser finds a living owner on its next look.
    if (other || attempt > 3) {
      throw new EsteiraError('home-in-use', { home: path, process: other?.process ?? 0 });
    }
    await rm(lockFile(path), { force: true });
  }
  return {
    path,
    token,
    announce: (url) =>
      writeFile(lockFile(path), JSON.stringify({ ...owner, url }), { mode: 0o600 }),
    release: () => rm(lockFile(path), { force: true }),
  };
}

/** The living owner of a home, if there is one. */
export async function ownerOf(path: string): Promise<Owner | undefined> {
  try {
    const owner = JSON.parse(await readFile(lockFile(path), 'utf8')) as Owner;
    return isAlive(owner.process) ? owner : undefined;
  } catch {
    return undefined;
  }
}

async function makeWritable(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK | constants.R_OK);
  } catch (cause) {
    throw new EsteiraError('home-not-writable', { home: path }, { cause });
  }
}

async function tryLock(path: string, owner: Owner): Promise<boolean> {
  try {
    const file = await open(lockFile(path), 'wx', 0o600);
    await file.writeFile(JSON.stringify(owner));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new EsteiraError('home-not-writable', { home: path }, { cause: error });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
