/**
 * The home folder and its one owner. `lock.json` is made exclusively by the process that owns the home; it tells
 * others where that process answers. A lock whose process is gone is taken over.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EsteiraError } from '#schemas/errors.ts';
import { makeWritableFolder } from './folder.ts';

export interface Owner {
  readonly process: number;
  /** Of the machine since it was last started, where the system tells it: numbers of processes begin anew then. */
  readonly boot: string;
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
const boot = bootId();
/** Tokens of the homes that this process owns. */
const owned = new Set<string>();
/** A lock is written in an instant; one that cannot be read for longer was left by a crash. */
const WRITING_MS = 1000;

/** Throws `home-not-writable`, or `home-in-use` where a living process owns it. */
export async function ownHome(path: string): Promise<Home> {
  await makeWritable(path);
  const token = randomBytes(24).toString('hex');
  const owner: Owner = { process: process.pid, boot, url: null, token };
  // Before the lock is there: whoever finds it in this process must find its owner alive.
  owned.add(token);
  for (let attempt = 0; ; attempt++) {
    if (await tryLock(path, owner)) break;
    if (await isBeingWritten(path)) {
      await pause(50);
      continue;
    }
    const other = await ownerOf(path);
    // Two takeovers may race: the loser finds a living owner on its next look.
    if (other || attempt > 30) {
      owned.delete(token);
      throw new EsteiraError('home-in-use', { home: path, process: String(other?.process ?? '?') });
    }
    await clearAway(path);
  }
  return {
    path,
    token,
    announce: (url) => replaceLock(path, { ...owner, url }),
    async release() {
      if (!owned.delete(token)) return;
      await rm(lockFile(path), { force: true });
    },
  };
}

/** The living owner of a home, if there is one. */
export async function ownerOf(path: string): Promise<Owner | undefined> {
  const owner = await readOwner(lockFile(path));
  return owner && lives(owner) ? owner : undefined;
}

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

async function isBeingWritten(path: string): Promise<boolean> {
  try {
    const { size, mtimeMs } = await stat(lockFile(path));
    return size === 0 && Date.now() - mtimeMs < WRITING_MS;
  } catch {
    return false;
  }
}

async function makeWritable(path: string): Promise<void> {
  try {
    await makeWritableFolder(path);
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

/** Another may have taken the home since the look at its lock: what is moved aside is looked at once more. */
async function clearAway(path: string): Promise<void> {
  const aside = `${lockFile(path)}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(lockFile(path), aside);
  } catch {
    return;
  }
  const moved = await readOwner(aside);
  if (moved && lives(moved)) await rename(aside, lockFile(path));
  else await rm(aside, { force: true });
}

/** In one step, so that nobody reads half a lock and takes its owner for dead. */
async function replaceLock(path: string, owner: Owner): Promise<void> {
  const staged = `${lockFile(path)}.new`;
  await writeFile(staged, JSON.stringify(owner), { mode: 0o600 });
  await rename(staged, lockFile(path));
}

function lives(owner: Owner): boolean {
  if (boot !== '' && owner.boot !== boot) return false;
  // A container gives its first process the same number each time.
  if (owner.process === process.pid) return owned.has(owner.token);
  return isAlive(owner.process);
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

/** Linux says it; elsewhere the number of the process has to do. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
