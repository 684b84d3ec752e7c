/** The server before which pages are measured. */
import type { Pipeline } from '#schemas/types.ts';
import { startServer, type StartedServer } from '../../startServer.ts';

export interface BenchServer extends StartedServer {
  /** Saves a pipeline through the API and tells its id. */
  readonly save: (document: Pipeline) => Promise<string>;
}

export async function openServer(): Promise<BenchServer> {
  const server = await startServer();
  return { ...server, save: (document) => save(server.url, document) };
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
