/** The real application on a real port, over services on a home of their own. */
import { onTestFinished } from 'vitest';
import { createApp } from '#server/http/app.ts';
import { listen } from '#server/http/listen.ts';
import type { Services, ServiceOptions, ServiceSettings } from '#server/services/types.ts';
import { services, temporaryHome } from '../../support/services.ts';
import { apiClient, type ApiClient } from './client.ts';

export interface TestServer {
  readonly url: string;
  readonly services: Services;
  readonly home: string;
  /** Asks, and holds every answer against the OpenAPI document. */
  readonly ask: ApiClient;
  /** What was written to the log. */
  readonly logged: string[];
  stop(): Promise<void>;
}

export interface ServerOptions extends ServiceOptions {
  readonly settings?: Partial<ServiceSettings>;
  readonly token?: string;
  /** The folder of a built web. */
  readonly dist?: string;
  readonly home?: string;
}

/** Stopped when the test ends; stopping before is allowed. */
export async function openServer(options: ServerOptions = {}): Promise<TestServer> {
  const { token, dist = '/nowhere', home = await temporaryHome(), ...more } = options;
  const logged: string[] = [];
  const log = (message: string, cause?: unknown): void => {
    logged.push(`${message} ${String(cause)}`);
  };
  const opened = await services(home, { log, ...more });
  const stopping = new AbortController();
  const app = createApp({ services: opened, token, dist, stopping: stopping.signal, log });
  const { url, close } = await listen(app, { host: '127.0.0.1', port: 0 });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping.abort();
    return (stopped ??= close().then(() => opened.close()));
  };
  onTestFinished(stop);
  return { url, services: opened, home, logged, stop, ask: apiClient(url, token) };
}
