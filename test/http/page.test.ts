import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../support/services.ts';
import { sendRaw } from './support/raw.ts';
import { openServer } from './support/server.ts';

const html = { accept: 'text/html,*/*;q=0.8' };

async function openPage() {
  const folder = await temporaryHome();
  const dist = path.join(folder, 'dist');
  await mkdir(path.join(dist, 'assets'), { recursive: true });
  await writeFile(path.join(dist, 'index.html'), '<!doctype html><title>the page</title>');
  await writeFile(path.join(dist, 'assets', 'app-1a2b.js'), 'export {};');
  await writeFile(path.join(dist, '.fingerprint'), 'secret');
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  return openServer({ command: true, dist });
}

test('the page answers to its own addresses, its files are kept, the API is not its business', async () => {
  const { url } = await openPage();
  for (const address of ['/', '/pipelines/abc', '/runs/a%2Fb', '/?x=1']) {
    const answer = await sendRaw(url, address, html);
    expect([answer.status, answer.text.includes('the page')], address).toEqual([200, true]);
    expect(answer.headers['cache-control'], address).toBe('no-cache');
  }
  const file = await sendRaw(url, '/assets/app-1a2b.js', {});
  expect([file.status, file.headers['content-type']]).toEqual([
    200,
    'text/javascript; charset=utf-8',
  ]);
  expect(file.headers['cache-control']).toContain('immutable');
  expect((await sendRaw(url, '/', html, 'HEAD')).text).toBe('');
  for (const [address, headers] of [
    ['/assets/gone.js', html],
    ['/api/gone', html],
    ['/pipelines/abc', { accept: 'application/json' }],
  ] as const) {
    const answer = await sendRaw(url, address, headers);
    expect([answer.status, answer.headers['content-type']], address).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  }
  expect((await sendRaw(url, '/', html, 'POST')).status).toBe(404);
});

test('no address leads out of the folder or to its hidden files', async () => {
  const { url } = await openPage();
  const addresses = [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2Fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5C..%5Csecret.txt',
    '//secret.txt',
    '/.fingerprint',
    '/%2Efingerprint',
    '/assets/%00.js',
    '/etc/passwd',
  ];
  for (const address of addresses) {
    const { status, text } = await sendRaw(url, address, html);
    expect(status, address).toBeLessThan(500);
    expect(text, address).not.toContain('secret\n');
    expect(text === 'secret' || text.includes('root:'), address).toBe(false);
  }
});

test('a page that was never built is told in words', async () => {
  const { ask } = await openServer({ command: true });
  const answer = await ask('GET', '/', { headers: { ...html, 'accept-language': 'pt' } });
  expect([answer.status, answer.json.code]).toEqual([503, 'web-not-built']);
  expect(answer.json.remedy).toContain('npm start');
});
