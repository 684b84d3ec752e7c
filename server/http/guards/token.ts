/**
 * The token that callers present: in the header Authorization, or in the cookie that the page gets by being opened
 * once with `?token=`.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { EsteiraError } from '#schemas/errors.ts';

const COOKIE = 'esteira_session';

export interface Tokens {
  /** Callers must present it, where there is one. */
  readonly required: string | undefined;
  /** Of the home's lock file: whoever can read that is a command of the same user. */
  readonly home: string;
}

/** Refuses callers without a token where one is required, and any caller with a wrong one. */
export function checkToken({ required, home }: Tokens): RequestHandler {
  return (request, _response, next) => {
    const shown = bearerOf(request);
    if (shown !== undefined) {
      const known = [home, ...(required === undefined ? [] : [required])];
      if (!known.some((token) => isEqual(token, shown))) throw new EsteiraError('unauthorized', {});
    } else if (required !== undefined && !hasSession(request, required)) {
      throw new EsteiraError('unauthorized', {});
    }
    next();
  };
}

/** `/?token=…` opens the page for a browser: the token becomes a cookie and leaves the address. */
export function openSession(required: string | undefined): RequestHandler {
  return (request, response, next) => {
    const shown = request.query['token'];
    if (required === undefined || typeof shown !== 'string' || request.method !== 'GET') {
      next();
      return;
    }
    if (!isEqual(required, shown)) throw new EsteiraError('unauthorized', {});
    response.cookie(COOKIE, sessionOf(required), { httpOnly: true, sameSite: 'strict', path: '/' });
    response.set('Cache-Control', 'no-store').redirect(303, request.path);
  };
}

function bearerOf(request: Request): string | undefined {
  const { authorization } = request.headers;
  if (authorization === undefined) return undefined;
  return /^Bearer\s+(.*\S)\s*$/i.exec(authorization)?.[1] ?? '';
}

function hasSession(request: Request, required: string): boolean {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.some(
    (pair) =>
      pair.startsWith(`${COOKIE}=`) && isEqual(pair.slice(COOKIE.length + 1), sessionOf(required)),
  );
}

/** Cookies of a host are shown to all of its ports, so the cookie does not give the token away. */
function sessionOf(token: string): string {
  return createHash('sha256').update(`esteira session ${token}`).digest('hex');
}

function isEqual(expected: string, shown: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(shown));
}
