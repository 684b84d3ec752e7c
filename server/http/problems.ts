/** Whatever was thrown, as RFC 9457 has it, in the caller's language. Causes and stacks go to the log alone. */
import type { ErrorRequestHandler, Request, Response } from 'express';
import { EsteiraError, fromThrown, toProblem } from '#schemas/errors.ts';
import type { Services } from '#server/services/types.ts';
import { localeOf } from './locale.ts';
import { nodeWords } from './problemList.ts';

export interface ProblemOptions {
  readonly services: Pick<Services, 'catalogue'>;
  readonly log: (message: string, cause?: unknown) => void;
}

export function answerProblems({ services, log }: ProblemOptions): ErrorRequestHandler {
  const answer = async (thrown: unknown, request: Request, response: Response): Promise<void> => {
    const error = asOurs(thrown, request);
    if (error.kind === 'bug') log(`${request.method} ${request.path}: ${error.message}`, thrown);
    if (response.headersSent || response.destroyed) {
      // Half an answer has gone out: breaking the connection is the only way left to say that it is not whole.
      response.destroy();
      return;
    }
    const locale = localeOf(request);
    const problem = toProblem(error, locale, await nodeWords(services, [error]));
    if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer');
    response
      .status(problem.status)
      .set({
        'Content-Language': locale,
        'Content-Type': 'application/problem+json; charset=utf-8',
        'Cache-Control': 'no-store',
      })
      .vary('Accept-Language')
      .send(JSON.stringify(problem));
  };
  // Express knows a handler of errors by its four parameters.
  return async (thrown: unknown, request, response, _next) => answer(thrown, request, response);
}

/** Express and its parts throw errors with a status of their own: an address that cannot be decoded, and the like. */
function asOurs(thrown: unknown, request: Request): EsteiraError {
  if (!(thrown instanceof EsteiraError) && statusOf(thrown) < 500) {
    return routeUnknown(request, thrown);
  }
  const error = fromThrown(thrown);
  // A file of ours that is missing is our fault: what a caller can mend, a service says itself.
  return thrown === error || error.kind !== 'user' || error.code === 'cancelled'
    ? error
    : new EsteiraError(
        'unexpected',
        { detail: error.message.replace(/\.$/, '') },
        { cause: thrown },
      );
}

export function routeUnknown(request: Request, cause?: unknown): EsteiraError {
  const { method, path } = request;
  return new EsteiraError('route-unknown', { method, route: path }, { cause });
}

function statusOf(thrown: unknown): number {
  if (typeof thrown !== 'object' || thrown === null || !('status' in thrown)) return 500;
  return typeof thrown.status === 'number' ? thrown.status : 500;
}
