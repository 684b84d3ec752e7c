/**
 * From starting the server's process to its first answer, on a home that does not exist yet. Warm: code was compiled
 * by an earlier start. Cold: nothing was.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));
const WARM_TURNS = 7;
const COLD_TURNS = 3;
const GOAL = 1.5;

async function timedStart(env: Readonly<Record<string, string>>): Promise<number> {
  const home = await mkdtemp(path.join(tmpdir(), 'esteira-start-'));
  const settings = { PORT: '0', HOST: '', ESTEIRA_TOKEN: '', ESTEIRA_HOME: path.join(home, 'new') };
  const start = performance.now();
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...settings, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    const response = await fetch(`${await addressOf(child)}/api/health`);
    await response.text();
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return (performance.now() - start) / 1000;
  } finally {
    child.kill('SIGTERM');
    await ended;
    await rm(home, { recursive: true, force: true });
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

async function median(turns: number, env: Readonly<Record<string, string>>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) times.push(await timedStart(env));
  return times.sort((a, b) => a - b)[Math.floor(turns / 2)]!;
}

export async function figures() {
  await timedStart({});
  const figure = (name: string, value: number) => {
    return { name, value, unit: 's', goal: `≤ ${GOAL}`, met: value <= GOAL };
  };
  return [
    figure('engine.start', await median(WARM_TURNS, {})),
    figure('engine.startCold', await median(COLD_TURNS, { NODE_DISABLE_COMPILE_CACHE: '1' })),
  ];
}
