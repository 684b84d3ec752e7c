import { expect, test } from 'vitest';
import type { Problem } from '#schemas/types.ts';
import { sendRaw, type Raw } from './support/raw.ts';
import { openServer, type TestServer } from './support/server.ts';

const send = (
  { url }: Pick<TestServer, 'url'>,
  path: string,
  headers: Readonly<Record<string, string>>,
  method?: string,
  body?: string,
): Promise<Raw> => sendRaw(url, path, headers, method, body);

const codeOf = ({ text }: Raw): string => (JSON.parse(text) as Problem).code;

test('a name that was made to point at this machine is refused; its own names are not', async () => {
  const server = await openServer({ command: true });
  const port = new URL(server.url).port;
  for (const host of ['evil.example', `evil.example:${port}`, 'localhost.evil.example', '[::2]']) {
    const answer = await send(server, '/api/health', { host });
    expect([answer.status, codeOf(answer)], host).toEqual([403, 'host-forbidden']);
    // The page too: a script that could read it would speak for it.
    expect((await send(server, '/', { host })).status, host).toBe(403);
  }
  for (const host of [
    'localhost',
    `localhost:${port}`,
    'LOCALHOST:80',
    '127.0.0.1',
    '[::1]:8080',
  ]) {
    expect((await send(server, '/api/health', { host })).status, host).toBe(200);
  }
});

test('a page of another origin can neither change nor read anything', async () => {
  const server = await openServer({ command: true });
  const { host, port } = new URL(server.url);
  const document = JSON.stringify({ rows: [] });
  const foreign = [
    'https://evil.example',
    `http://evil.example:${port}`,
    `http://127.0.0.1:1`,
    'null',
  ];
  for (const origin of foreign) {
    const headers = { origin, 'content-type': 'application/json' };
    const answer = await send(server, '/api/pipelines', headers, 'POST', document);
    expect([answer.status, codeOf(answer)], origin).toEqual([403, 'origin-forbidden']);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect((await send(server, '/api/pipelines', { origin })).status, origin).toBe(403);
    expect((await send(server, '/api/pipelines', { origin }, 'OPTIONS')).status, origin).toBe(403);
  }
  // An <img> or a <script> elsewhere sends no origin, but says where it stands.
  for (const site of ['cross-site', 'same-site']) {
    const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' };
    expect((await send(server, '/api/pipelines', headers)).status, site).toBe(403);
  }
  const visit = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  expect((await send(server, '/api/health', visit)).status).toBe(200);
  expect((await send(server, '/api/pipelines', visit, 'POST', document)).status).toBe(403);
  const own = { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
  expect((await send(server, '/api/pipelines', own)).status).toBe(200);
});

test('a form of another site cannot pass for JSON, even from a browser that says nothing', async () => {
  const server = await openServer({ command: true });
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const answer = await send(server, '/api/pipelines', { 'content-type': type }, 'POST', '{}');
    expect([answer.status, codeOf(answer)], type).toEqual([415, 'body-wrong-media']);
  }
});

test('every answer, problems included, carries a policy under which nothing foreign runs', async () => {
  const server = await openServer({ command: true });
  for (const path of ['/api/health', '/api/nowhere', '/']) {
    const { headers } = await send(server, path, {});
    const policy = String(headers['content-security-policy']);
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("script-src 'self'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toContain('unsafe');
    expect(policy, path).not.toContain('upgrade-insecure-requests');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-powered-by']).toBeUndefined();
  }
});

test('with a token, the API answers nobody without it; the header and the session let in', async () => {
  const server = await openServer({ command: true, token: 'a long secret' });
  const refused = await send(server, '/api/pipelines', {});
  expect([refused.status, codeOf(refused)]).toEqual([401, 'unauthorized']);
  expect(refused.headers['www-authenticate']).toBe('Bearer');
  for (const authorization of ['Bearer wrong', 'Bearer', 'Basic YTpi', 'Bearer a long secret x']) {
    expect((await send(server, '/api/pipelines', { authorization })).status).toBe(401);
  }
  const { token: homeToken } = server.services.home;
  const withHome = { authorization: `Bearer ${homeToken}` };
  expect((await send(server, '/api/pipelines', withHome)).status).toBe(200);

  expect((await send(server, '/?token=wrong', {})).status).toBe(401);
  const opened = await send(server, '/?token=a%20long%20secret', {});
  expect([opened.status, opened.headers['location']]).toEqual([303, '/']);
  const [cookie = ''] = opened.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Strict/i);
  expect(cookie).not.toContain('secret');
  const session = { cookie: `other=1; ${cookie.split(';')[0]}` };
  expect((await send(server, '/api/pipelines', session)).status).toBe(200);
  expect((await send(server, '/api/pipelines', { cookie: 'esteira_session=1' })).status).toBe(401);
  // With a token, the name under which the server is reached proves nothing.
  const named = { host: 'models.example', ...withHome };
  expect((await send(server, '/api/pipelines', named)).status).toBe(200);
});

test('a wrong token is refused where none is needed: its sender meant another server', async () => {
  const server = await openServer({ command: true });
  const headers = { authorization: 'Bearer of-another-home' };
  expect((await send(server, '/api/pipelines', headers)).status).toBe(401);
});
