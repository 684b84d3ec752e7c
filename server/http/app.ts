/** The Express application: guards, then one router per service, then the page. */
import express, { type Express } from 'express';
import type { Services } from '#server/services/types.ts';
import { securityHeaders } from './guards/headers.ts';
import { checkHost, checkOrigin } from './guards/origins.ts';
import { checkToken, openSession } from './guards/token.ts';
import { operations } from './operations.ts';
import { pageRouter } from './page.ts';
import { answerProblems, routeUnknown } from './problems.ts';
import { routerOf } from './route.ts';
import { refuseUnknown } from './unknown.ts';

export interface AppOptions {
  readonly services: Services;
  /** Callers must present it; needed where others than this machine can reach the server. */
  readonly token?: string | undefined;
  /** The folder of the built web. */
  readonly dist: string;
  /** Aborts when the server stops: streams that would go on for ever end then. */
  readonly stopping: AbortSignal;
  readonly log: (message: string, cause?: unknown) => void;
}

export function createApp({ services, token, dist, stopping, log }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(securityHeaders);
  app.use(checkHost(token !== undefined));
  app.use('/api', checkOrigin, checkToken({ required: token, home: services.home.token }));
  for (const list of Object.values(operations)) app.use(routerOf(list, { services, stopping }));
  app.use(refuseUnknown(Object.values(operations).flat()));
  app.use(openSession(token), pageRouter(dist));
  app.use((request) => {
    throw routeUnknown(request);
  });
  app.use(answerProblems({ services, log }));
  return app;
}
