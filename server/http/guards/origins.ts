/**
 * Who may speak to a server that stands on somebody's own machine. A page from elsewhere reaches it too, either by the
 * visitor's browser (CSRF) or by a name that is made to point here (DNS rebinding), so both names are looked at.
 */
import type { RequestHandler } from 'express';
import { EsteiraError } from '#schemas/errors.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Without a token, only the machine's own names are answered to. The port may differ: it does behind a tunnel. With a
 * token the name proves nothing that the token does not.
 */
export function checkHost(tokenNeeded: boolean): RequestHandler {
  return (request, _response, next) => {
    const host = request.headers.host ?? '';
    if (!tokenNeeded && !loopback.has(nameOf(host))) {
      throw new EsteiraError('host-forbidden', { host: host.slice(0, 200) });
    }
    next();
  };
}

function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '');
}

/** Pages of other origins may follow a link to here; they may not read from here or change anything. */
export const checkOrigin: RequestHandler = (request, _response, next) => {
  const { origin, host = '' } = request.headers;
  if (origin !== undefined && !isSameOrigin(origin, host)) {
    throw new EsteiraError('origin-forbidden', { origin: origin.slice(0, 200) });
  }
  const site = request.headers['sec-fetch-site'];
  const isForeign = site === 'cross-site' || site === 'same-site';
  const isVisit = request.headers['sec-fetch-mode'] === 'navigate' && request.method === 'GET';
  if (isForeign && !isVisit) {
    throw new EsteiraError('origin-forbidden', { origin: origin ?? site });
  }
  next();
};

/** A proxy in front may add TLS, so only the name and the port are compared. */
function isSameOrigin(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host.toLowerCase();
  } catch {
    return false;
  }
}
