import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DONE, FAILED, type Command } from '../command.ts';

const build = fileURLToPath(new URL('../../../web/build.ts', import.meta.url));

export const start: Command = {
  name: 'start',
  about: {
    en: 'Starts the server, and builds its page first where that is needed.',
    'pt-BR': 'Inicia o servidor e, se preciso, monta antes a página.',
  },
  positionals: [],
  options: {},
  async run(_given, { env }) {
    if (existsSync(build) && !(await built())) return FAILED;
    const { serve } = await import('#server/main.ts');
    await serve(env);
    // Whatever kept it from starting has been said, and the exit code set.
    return Number(process.exitCode ?? DONE);
  },
};

/** In a process of its own: the tools that build take memory that the server has no use for. */
async function built(): Promise<boolean> {
  const child = spawn(process.execPath, [build], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}
