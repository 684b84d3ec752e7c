/** Operations as Express routes. */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { validateParams } from '#schemas/validate.ts';
import { localOwner } from '#server/services/authorize.ts';
import type { Services } from '#server/services/types.ts';
import { readDocumentText, readJson } from './body.ts';
import { localeOf } from './locale.ts';
import type { Answer, Call, Operation } from './operation.ts';
import { readQuery } from './query.ts';

export interface Context {
  readonly services: Services;
  /** Aborts when the server stops. */
  readonly stopping: AbortSignal;
}

/** One router with the full paths of its operations, so that a look at it tells every address. */
export function routerOf(operations: readonly Operation[], context: Context): Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const operation of operations) {
    router[operation.method](expressPath(operation.path), handlerOf(operation, context));
  }
  return router;
}

/** `/runs/{id}` as Express writes it: `/runs/:id`. */
export function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function handlerOf(operation: Operation, { services, stopping }: Context): RequestHandler {
  return async (request, response) => {
    const call: Call = {
      services,
      actor: localOwner,
      locale: localeOf(request),
      params: request.params as Readonly<Record<string, string>>,
      query: readQuery(request, operation.query ?? {}),
      headers: request.headers,
      body: await readBody(request, operation),
      signal: AbortSignal.any([stopping, goneSignal(response)]),
      request,
      response,
    };
    send(operation, response, await operation.handle(call));
  };
}

async function readBody(request: Request, { body }: Operation): Promise<unknown> {
  if (body === undefined || body.kind === 'stream') return undefined;
  if (body.kind === 'document') return readDocumentText(request);
  const found = await readJson(request, body.exact ?? false);
  const value = found === undefined && body.optional ? {} : found;
  const [mistake] = validateParams(body.schema, value ?? null);
  if (mistake !== undefined) throw mistake;
  return value;
}

/** Aborts when the connection closes before the answer has gone out. */
function goneSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

function send({ success }: Operation, response: Response, answer: Answer): void {
  if (!answer) return;
  const status = answer.status ?? success[0]!.status;
  response.status(status).set({ 'Cache-Control': 'no-cache', ...answer.headers });
  if (status === 204) response.end();
  else response.json(answer.json);
}
