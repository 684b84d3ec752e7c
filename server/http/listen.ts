/** Opens a port for the application, and closes it without leaving anybody half-answered. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EsteiraError } from '#schemas/errors.ts';

export interface Address {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
}

export interface Listening {
  /** How this machine reaches it. */
  readonly url: string;
  /** Takes no more requests; resolves when those at work are answered, or cut off after a while. */
  close(): Promise<void>;
}

/** For answers that are being written when the server stops. */
const PATIENCE = 2000;

/** Throws `port-in-use`, `port-not-allowed`, or `setting-wrong` for a host that is not this machine's. */
export async function listen(app: RequestListener, address: Address): Promise<Listening> {
  const server = createServer({ requestTimeout: 0 }, app);
  await open(server, address);
  const { port } = server.address() as AddressInfo;
  return { url: urlOf(address.host, port), close: () => close(server) };
}

/** An upload may take hours, so a request as a whole has no time limit; its headers have (Node's own, one minute). */
function open(server: Server, { host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(explain(cause, host, port)));
    server.listen({ host, port }, resolve);
  });
}

function explain(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new EsteiraError('port-in-use', { port: String(port) }, { cause });
    case 'EACCES':
      return new EsteiraError('port-not-allowed', { port: String(port) }, { cause });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EINVAL':
      return new EsteiraError('setting-wrong', { setting: 'HOST', value: host, expected: 'host' });
    default:
      return cause;
  }
}

/** An address that stands for all of the machine's is no address to go to. */
function urlOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection whose answer ends after this moment would be kept for the next request, which never comes.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE);
  await closed;
  clearInterval(idle);
  clearTimeout(impatient);
}
