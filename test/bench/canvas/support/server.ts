/** The server as people start it, in a process of its own, on a home that is removed afterwards. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pipeline } from '#schemas/types.ts';

const main = fileURLToPath(new URL('../../../../server/main.ts', import.meta.url));

export interface BenchServer {
  readonly url: string;
  /** Saves a pipeline through the API and tells its id. */
  readonly save: (document: Pipeline) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function openServer(): Promise<BenchServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'esteira-canvas-'));
  const settings = {
    PORT: '0',
    HOST: '',
    ESTEIRA_TOKEN: '',
    ESTEIRA_HOME: path.join(folder, 'home'),
  };
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const url = await addressOf(child);
    return { url, save: (document) => save(url, document), close };
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

export async function save(url: string, document: Pipeline): Promise<string> {
  const response = await fetch(`${url}/api/pipelines`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(document),
  });
  if (!response.ok) throw new Error(`${document.name} was not saved: ${await response.text()}`);
  const { id } = (await response.json()) as { readonly id: string };
  return id;
}
