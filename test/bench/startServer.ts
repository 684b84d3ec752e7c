/** The server as people start it, in a process of its own, on a home that is removed afterwards. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

export interface StartedServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function startServer(
  env: Readonly<Record<string, string>> = {},
): Promise<StartedServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'esteira-bench-'));
  const home = path.join(folder, 'new');
  const settings = { PORT: '0', HOST: '', ESTEIRA_TOKEN: '', ESTEIRA_HOME: home };
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...settings, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(child), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /http:\/\/\S+/.exec(said)?.[0];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error('The server ended before it said where it is.')));
  });
}
