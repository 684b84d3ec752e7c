/** `node server/main.ts` as people start it: a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  /** What it has said so far. */
  readonly said: () => Ended;
  readonly ended: Promise<Ended>;
  /** The address that it prints; rejects where it ends before. */
  readonly url: Promise<string>;
}

export function startProcess(env: Readonly<Record<string, string>>): Started {
  const settings = { PORT: '', HOST: '', ESTEIRA_TOKEN: '', LC_ALL: '', LANG: 'C.UTF-8', ...env };
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...settings } });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const { promise: url, resolve, reject } = Promise.withResolvers<string>();
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    const found = /http:\/\/\S+/.exec(stdout)?.[0];
    if (found !== undefined) resolve(found);
  });
  const said = (): Ended => ({ code: child.exitCode, stdout, stderr });
  const ended = once(child, 'close').then(said);
  void ended.then(() => reject(new Error(`It ended: ${stderr}`)));
  url.catch(() => {});
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, said, ended, url };
}
