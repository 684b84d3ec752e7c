import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIfStale } from '../../web/build.ts';
import { launchBrowser } from '../support/browser.ts';

const dist = path.resolve(import.meta.dirname, '../../web/dist');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Serves the build under the strictest policy that a page of files alone can live with. */
function serveBuild(): Promise<Server> {
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    const type = types[path.extname(name)];
    if (type === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-security-policy', "default-src 'self'; object-src 'none'");
    response.setHeader('content-type', type);
    response.end(readFileSync(path.join(dist, path.normalize(name))));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

let server: Server;
let browser: Browser;

beforeAll(async () => {
  await buildIfStale();
  server = await serveBuild();
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test.each([
  ['pt-BR', 'O servidor não responde'],
  ['en-US', 'The server does not answer'],
])(
  'in %s the page stands under a strict policy and says that no server answers',
  async (locale, words) => {
    const page = await browser.newPage({ locale });
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const alert = await page.getByRole('alert').textContent();
    expect(alert).toContain(words);
    await expect
      .poll(() => page.locator('html').getAttribute('lang'))
      .toBe(locale.replace('-US', ''));
    expect(refused).toEqual([]);
    await page.close();
  },
);
