/** The built web: its files as they are, and its one page for every address that is the page's own to read. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { Router, type RequestHandler } from 'express';
import { EsteiraError } from '#schemas/errors.ts';

export function pageRouter(dist: string): Router {
  const router = Router();
  router.use(
    express.static(dist, {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      acceptRanges: false,
      setHeaders: (response, file) => {
        // The build puts a hash of the content into these names, so that what is under a name never changes.
        const isHashed = file.startsWith(path.join(dist, 'assets') + path.sep);
        response.setHeader(
          'Cache-Control',
          isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    }),
  );
  router.use(sendPage(dist));
  return router;
}

function sendPage(dist: string): RequestHandler {
  return (request, response, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const isFile = path.posix.extname(request.path) !== '';
    if (!isRead || isFile || request.accepts('html') === false) {
      next();
      return;
    }
    if (!existsSync(path.join(dist, 'index.html'))) {
      throw new EsteiraError('web-not-built', {});
    }
    response.set('Cache-Control', 'no-cache');
    response.sendFile('index.html', { root: dist, acceptRanges: false, cacheControl: false });
  };
}
