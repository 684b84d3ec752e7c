/** `esteira` as a shell runs it: a process of its own, on a home of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Pipeline, RunResult } from '#schemas/types.ts';
import { writePipeline } from '#schemas/canonical.ts';
import { temporaryHome } from '../../support/services.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const file = path.join(root, (readBin() as { esteira: string }).esteira);

function readBin(): unknown {
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { bin: unknown })
    .bin;
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The last line of stdout, as the contract has it. */
  readonly result: () => RunResult;
}

export interface Typed {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
}

export interface Place {
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Relative paths start here. */
  readonly folder?: string;
}

export function begin(words: readonly string[], { home, env = {}, folder }: Place): Typed {
  const settings = { PORT: '0', HOST: '', ESTEIRA_TOKEN: '', LC_ALL: '', LANG: 'C.UTF-8' };
  const child = spawn(process.execPath, [file, ...words], {
    env: { ...process.env, ...settings, ESTEIRA_HOME: home, ...env },
    ...(folder === undefined ? {} : { cwd: folder }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const finished = once(child, 'close').then(() => {
    const result = (): RunResult => JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as RunResult;
    return { code: child.exitCode, stdout, stderr, result };
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await finished;
  });
  return { child, finished };
}

export const esteira = (words: readonly string[], place: Place): Promise<Finished> =>
  begin(words, place).finished;

/** Writes a document into a folder of its own and returns the file's path. */
export async function fileOf(document: Pipeline | string, name = 'pipeline.json'): Promise<string> {
  const target = path.join(await temporaryHome(), name);
  const text = typeof document === 'string' ? document : writePipeline(document);
  await writeFile(target, text);
  return target;
}

/** Two classes told apart by a number and a colour, with dates and holes: 150 rows, the same each time. */
export function tidyCsv(): string {
  const rows = Array.from({ length: 150 }, (_, at) => {
    const size = (at * 37) % 100;
    const colour = ['red', 'green', 'blue'][at % 3]!;
    const day = String(1 + (at % 28)).padStart(2, '0');
    const isYes = size + (colour === 'red' ? 40 : 0) + ((at * 13) % 20) > 75;
    const cells = [at % 11 === 0 ? '' : size, at % 17 === 0 ? '' : colour, `2024-03-${day}`];
    return [...cells, isYes ? 'yes' : 'no'].join(',');
  });
  return `size,colour,day,y\n${rows.join('\n')}\n`;
}

export async function csvFile(text = tidyCsv(), name = 'mine.csv'): Promise<string> {
  const target = path.join(await temporaryHome(), name);
  await writeFile(target, text);
  return target;
}
