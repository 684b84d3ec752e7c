/**
 * From starting the server's process to its first answer, on a home that does not exist yet. Warm: code was compiled
 * by an earlier start. Cold: nothing was.
 */
import { startServer } from '../startServer.ts';

const WARM_TURNS = 7;
const COLD_TURNS = 3;
const GOAL = 1.5;

async function timedStart(env: Readonly<Record<string, string>>): Promise<number> {
  const start = performance.now();
  const { url, close } = await startServer(env);
  try {
    const response = await fetch(`${url}/api/health`);
    await response.text();
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return (performance.now() - start) / 1000;
  } finally {
    await close();
  }
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
