/**
 * The home folder and its one owner. The owner holds a lock of the operating system on `lock.db`, which ends with the
 * process however that ends; `lock.json` tells others where it answers. A lock made of files alone cannot be taken over
 * safely: between the look at a dead owner's file and its removal a third may have come.
 */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { EsteiraError } from '#schemas/errors.ts';
import { makeWritableFolder } from './folder.ts';

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

const ownerFile = (home: string): string => join(home, 'lock.json');
const lockFile = (home: string): string => join(home, 'lock.db');
/** Kept from the garbage collector, which would close them. */
const held = new Set<Sqlite.Database>();
/** Looks at an owner hold the lock for an instant, and who has just taken or given it back is about to say so. */
const ATTEMPTS = 6;
const BETWEEN_MS = 50;

/** Throws `home-not-writable`, or `home-in-use` where a living process owns it. */
export async function ownHome(path: string): Promise<Home> {
  await makeWritable(path);
  const lock = await takeLock(path);
  const owner: Owner = {
    process: process.pid,
    url: null,
    token: randomBytes(24).toString('hex'),
  };
  async function release(): Promise<void> {
    if (!held.has(lock)) return;
    await rm(ownerFile(path), { force: true });
    held.delete(lock);
    lock.close();
  }
  try {
    await tell(path, owner);
  } catch (cause) {
    await release();
    throw new EsteiraError('home-not-writable', { home: path }, { cause });
  }
  return {
    path,
    token: owner.token,
    announce: (url) => tell(path, { ...owner, url }),
    release,
  };
}

/** The living owner of a home, if there is one. */
export async function ownerOf(path: string): Promise<Owner | undefined> {
  return isOwned(path) ? readOwner(path) : undefined;
}

async function takeLock(path: string): Promise<Sqlite.Database> {
  for (let attempt = 1; ; attempt++) {
    const lock = tryLock(path);
    if (lock) return lock;
    if (attempt === ATTEMPTS) break;
    await pause(BETWEEN_MS);
  }
  const other = await readOwner(path);
  throw new EsteiraError('home-in-use', { home: path, process: String(other?.process ?? '?') });
}

/** An exclusive transaction that writes nothing: what it takes is the lock alone. Undefined: another has it. */
function tryLock(path: string): Sqlite.Database | undefined {
  let lock: Sqlite.Database | undefined;
  try {
    lock = new Sqlite(lockFile(path), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    held.add(lock);
    // What a process that was ended left: it answers nowhere any more. At once, or somebody asks there.
    rmSync(ownerFile(path), { force: true });
    return lock;
  } catch (cause) {
    lock?.close();
    if (isBusy(cause)) return undefined;
    throw new EsteiraError('home-not-writable', { home: path }, { cause });
  }
}

/** Reading takes a shared lock, which an owner's keeps out, and two who look do not keep each other out. */
function isOwned(path: string): boolean {
  let lock: Sqlite.Database | undefined;
  try {
    lock = new Sqlite(lockFile(path), { timeout: 0, readonly: true, fileMustExist: true });
    lock.prepare('SELECT count(*) FROM sqlite_master').get();
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    lock?.close();
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');

async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(ownerFile(path), 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

async function makeWritable(path: string): Promise<void> {
  try {
    await makeWritableFolder(path);
  } catch (cause) {
    throw new EsteiraError('home-not-writable', { home: path }, { cause });
  }
}

/** In one step, so that nobody reads half of it. */
async function tell(path: string, owner: Owner): Promise<void> {
  const staged = `${ownerFile(path)}.new`;
  await writeFile(staged, JSON.stringify(owner), { mode: 0o600 });
  await rename(staged, ownerFile(path));
}
