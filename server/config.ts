/** The environment as one typed object, read once. Every setting has a default; a wrong one is said in words. */
import { homedir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { EsteiraError } from '#schemas/errors.ts';

export interface Config {
  /** Where everything is kept. ESTEIRA_HOME; default: the user's data folder. */
  readonly home: string;
  /** PORT; 0 takes any free one. */
  readonly port: number;
  /** HOST; anything but this machine's loopback needs a token. */
  readonly host: string;
  /** ESTEIRA_TOKEN: callers must present it. */
  readonly token: string | undefined;
  /** ESTEIRA_RUNS: runs at once. Default: by memory, from 1 to 4. */
  readonly runs: number;
  /** Bytes that one run's tables may hold in memory before they spill to disk. */
  readonly tableMemory: number;
  /** Megabytes of JavaScript heap in a run's process. */
  readonly heapMegabytes: number;
  /** Bytes of the largest upload. ESTEIRA_MAX_UPLOAD_MB. */
  readonly maxUpload: number;
}

const GIB = 1024 ** 3;
export const DEFAULT_PORT = 3210;
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment = process.env, memory = totalmem()): Config {
  const token = env['ESTEIRA_TOKEN'] || undefined;
  const host = env['HOST'] || '127.0.0.1';
  if (!LOOPBACK.has(host) && token === undefined) throw new EsteiraError('token-needed', { host });
  // A run's tables, its heap and what both spill are planned at 6 GiB, so that two fit a machine of 16.
  const byMemory = Math.max(1, Math.min(4, Math.floor(memory / (6 * GIB))));
  const runs = integer(env, 'ESTEIRA_RUNS', byMemory, 1, 64);
  const share = memory / (runs + 1);
  return {
    home: resolve(env['ESTEIRA_HOME'] || defaultHome(env)),
    port: integer(env, 'PORT', DEFAULT_PORT, 0, 65_535),
    host,
    token,
    runs,
    tableMemory: Math.round(Math.min(2 * GIB, share / 2)),
    heapMegabytes: Math.round(Math.min(4 * GIB, share / 2) / 1024 ** 2),
    maxUpload: integer(env, 'ESTEIRA_MAX_UPLOAD_MB', 20_000, 1, 10_000_000) * 1024 ** 2,
  };
}

function defaultHome(env: Environment): string {
  if (process.platform === 'win32' && env['LOCALAPPDATA']) {
    return join(env['LOCALAPPDATA'], 'esteira');
  }
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Application Support', 'esteira');
  }
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'esteira');
}

function integer(
  env: Environment,
  setting: string,
  fallback: number,
  min: number,
  max: number,
): number {
  const value = env[setting];
  if (value === undefined || value === '') return fallback;
  const number = Number(value);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  const expected = `${min}–${max}`;
  throw new EsteiraError('setting-wrong', { setting, value: value.slice(0, 100), expected });
}
