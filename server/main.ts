/** The only wiring: settings, services, HTTP. `node server/main.ts` is the server. */
import { keepCompiledCode, saveCompiledCodeSoon } from './compiledCode.ts';

// Before the rest is loaded, so what follows is imported where it is used.
keepCompiledCode();

export interface Running {
  readonly url: string;
  readonly home: string;
  /** ESTEIRA_TOKEN is set, so that a browser needs it to come in. */
  readonly tokenNeeded: boolean;
  readonly log: (message: string, cause?: unknown) => void;
  /** Ends streams, answers what is being answered, ends the child processes and gives the home back. */
  close(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws an EsteiraError where the settings, the home or the port do not let it start. */
export async function start(env: Environment = process.env): Promise<Running> {
  const [{ readConfig }, { openLog }, { openServices }, { createApp }, { listen }] =
    await Promise.all([
      import('./config.ts'),
      import('./log.ts'),
      import('#server/services/open.ts'),
      import('#server/http/app.ts'),
      import('#server/http/listen.ts'),
    ]);
  const config = readConfig(env);
  const log = openLog(config.home);
  const services = await openServices(config, { log });
  const stopping = new AbortController();
  try {
    const { token, home } = config;
    const dist = new URL('../web/dist/', import.meta.url);
    const { fileURLToPath } = await import('node:url');
    const app = createApp({
      services,
      token,
      dist: fileURLToPath(dist),
      stopping: stopping.signal,
      log,
    });
    const server = await listen(app, config);
    await services.home.announce(server.url);
    const close = async (): Promise<void> => {
      stopping.abort();
      await server.close();
      await services.close();
    };
    return { url: server.url, home, tokenNeeded: token !== undefined, log, close };
  } catch (error) {
    await services.close();
    throw error;
  }
}

const words = {
  en: {
    runs: (url: string) => `Esteira is at ${url}`,
    home: (home: string) => `It keeps its data in ${home}`,
    token:
      'A browser opens it with ?token= and the value of ESTEIRA_TOKEN at the end of the address.',
    stop: 'Ctrl-C stops it.',
  },
  'pt-BR': {
    runs: (url: string) => `O Esteira está em ${url}`,
    home: (home: string) => `Os dados ficam em ${home}`,
    token: 'O navegador entra com ?token= e o valor de ESTEIRA_TOKEN no fim do endereço.',
    stop: 'Ctrl-C encerra.',
  },
};

/** The whole life of the server's process: says where it is, or in one line why it cannot start. */
export async function serve(env: Environment = process.env): Promise<void> {
  const { terminalLocale } = await import('./locale.ts');
  const locale = terminalLocale(env);
  try {
    const running = await start(env);
    const { runs, home, token, stop } = words[locale];
    const lines = [runs(running.url), home(running.home)];
    if (running.tokenNeeded) lines.push(token);
    console.log([...lines, stop].join('\n'));
    endWithProcess(running);
    saveCompiledCodeSoon();
  } catch (thrown) {
    const { describe, fromThrown } = await import('#schemas/errors.ts');
    const { message, remedy } = describe(fromThrown(thrown), locale);
    console.error(`${message} ${remedy}`);
    process.exitCode = 1;
  }
}

/** Longer than any part of the end should take. */
const PATIENCE = 15_000;

function endWithProcess(running: Running): void {
  let ending = false;
  const end = (code: number): void => {
    // Who asks twice does not want to wait.
    if (ending) process.exit(code || 1);
    ending = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    running.close().then(
      () => process.exit(code),
      (cause: unknown) => {
        running.log('The server did not end as it should.', cause);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
  process.on('uncaughtException', (cause) => {
    running.log('The server ended because of a fault.', cause);
    console.error(cause.message);
    end(1);
  });
}

if (import.meta.main) await serve();
