import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { validate } from '#schemas/validate.ts';
import { workNodes } from '../support/services.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { openServer } from './support/server.ts';

const json = { 'content-type': 'application/json' };

test('problems are RFC 9457 with our code, in the reader’s language', async () => {
  const { ask } = await openServer({ command: true });
  const languages = [
    [undefined, 'en', 'There is no pipeline “x”.'],
    ['fr', 'en', 'There is no pipeline “x”.'],
    ['pt-BR,pt;q=0.9,en;q=0.8', 'pt-BR', 'Não há pipeline “x”.'],
    ['pt-PT', 'pt-BR', 'Não há pipeline “x”.'],
    ['en;q=0.5, pt;q=0.7', 'pt-BR', 'Não há pipeline “x”.'],
  ] as const;
  for (const [accepted, locale, detail] of languages) {
    const headers = accepted === undefined ? {} : { 'accept-language': accepted };
    const {
      status,
      headers: sent,
      json: problem,
    } = await ask('GET', '/api/pipelines/x', { headers });
    expect([status, problem.detail, problem.code]).toEqual([404, detail, 'not-found']);
    expect(problem.type).toBe('urn:esteira:error:not-found');
    expect(problem.remedy).not.toBe('');
    expect(sent.get('content-type')).toContain('application/problem+json');
    expect(sent.get('content-language')).toBe(locale);
    expect(sent.get('vary')).toContain('Accept-Language');
    expect(validate('error', problem)).toEqual([]);
  }
});

test('an address that nothing answers to, and a method that one does not take', async () => {
  const { ask } = await openServer({ command: true });
  for (const path of ['/api', '/api/', '/api/nothing', '/api/runs/', '/API/runs', '/x.js']) {
    const { status, json: problem } = await ask('GET', path);
    expect([status, problem.code], path).toEqual([404, 'route-unknown']);
    expect(problem.detail).toContain(path);
  }
  for (const path of ['/api/pipelines/%', '/api/pipelines/%E0%A4%A', '/api/%00']) {
    expect((await ask('GET', path)).status, path).toBeLessThan(500);
  }
  const wrong = await ask('DELETE', '/api/runs');
  expect([wrong.status, wrong.json.code]).toEqual([405, 'method-not-allowed']);
  expect(wrong.headers.get('allow')).toBe('GET, POST');
  const options = await ask('OPTIONS', '/api/runs');
  expect(options.status).toBeLessThan(300);
  expect(options.headers.get('allow')).toContain('POST');
});

test('JSON that breaks off or is wrong is told by its place', async () => {
  const { ask } = await openServer({ command: true });
  const cases = [
    ['{"document": {', 'body-not-json', { line: 1, column: 15 }],
    ['{\n  "document": {},\n  oops\n}', 'body-not-json', { line: 3, column: 3 }],
    ['', 'value-wrong-type', {}],
    ['[]', 'value-wrong-type', {}],
    ['{"document":{},"document":{}}', 'document-duplicate-key', { line: 1, key: 'document' }],
    ['{"template":"x","seed":12345678901234567890}', 'document-number-not-exact', { line: 1 }],
    [`{"document":${'['.repeat(100_000)}`, 'document-too-deep', {}],
    ['{"template":"x","sede":1}', 'field-unknown', {}],
    ['{"template":"x","seed":-1}', 'value-too-small', {}],
    ['{"template":"x","seed":"1"}', 'value-wrong-type', {}],
    ['{"template":"x","pipeline":"y"}', 'value-fits-none', {}],
    ['{"seed":1}', 'value-fits-none', {}],
  ] as const;
  for (const [body, code, params] of cases) {
    const { status, json: problem } = await ask('POST', '/api/runs', { body, headers: json });
    expect([problem.code, status < 500], body.slice(0, 60)).toEqual([code, true]);
    expect(problem.params, body.slice(0, 60)).toMatchObject(params);
  }
  const latin = Buffer.from('{"template":"José"}', 'latin1');
  const answer = await ask('POST', '/api/runs', { body: latin, headers: json });
  expect(answer.json).toMatchObject({ code: 'body-not-json', params: { line: 1, column: 17 } });
  const cut = await ask('POST', '/api/pipelines', { body: '{"format": 1,', headers: json });
  expect(cut.json).toMatchObject({ code: 'document-truncated', params: { line: 1, column: 14 } });
});

test('a document of 50 MB is refused in words, announced or not, and the server goes on', async () => {
  const { ask } = await openServer({ command: true });
  const large = JSON.stringify({ format: 1, notes: 'x'.repeat(50_000_000) });
  const announced = await ask('POST', '/api/pipelines', { body: large, headers: json });
  expect([announced.status, announced.json.code]).toEqual([413, 'document-too-large']);
  expect(announced.json.detail).toBe('The document has 50.1 MB; a pipeline may have up to 20 MB.');
  const streamed = new Blob([large]).stream();
  const unannounced = await ask('POST', '/api/pipelines', { body: streamed, headers: json });
  expect([unannounced.status, unannounced.json.code]).toEqual([413, 'document-too-large']);
  const request = await ask('POST', '/api/runs', { body: large, headers: json });
  expect([request.status, request.json.code]).toEqual([413, 'body-too-large']);
  expect((await ask('GET', '/api/health')).status).toBe(200);
});

test('keys that would change prototypes are fields like any other', async () => {
  const { ask } = await openServer({ nodesDir: workNodes });
  const { params, ...node } = pipeline({ nodes: { a: ['fake-number'] } }).nodes[0]!;
  const whole = JSON.stringify({ ...pipeline({ nodes: {} }), nodes: [{ ...node, params }] });
  const poisons = ['"__proto__":{"polluted":1}', '"constructor":{"prototype":{"polluted":1}}'];
  for (const poison of poisons) {
    const bodies = [
      `{${poison},${whole.slice(1)}`,
      whole.replace('"params":{', `"params":{${poison}`),
    ];
    for (const document of bodies) {
      for (const [path, body] of [
        ['/api/pipelines', document],
        ['/api/pipelines/check', `{"document":${document}}`],
        ['/api/runs', `{${poison},"document":${document}}`],
        ['/api/runs', `{"document":${document},"params":{${poison}}}`],
        ['/api/previews/schemas', `{"document":${document}}`],
      ] as const) {
        const { status } = await ask('POST', path, { body, headers: json });
        expect(status, `${path} ${body}`).toBeLessThan(500);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }
    }
  }
  expect((await ask('GET', '/api/health')).status).toBe(200);
});

test('what stands after the question mark is read strictly', async () => {
  const { ask } = await openServer({ command: true });
  for (const query of ['limit=0', 'limit=x', 'limit=1e3', 'limit=-1', 'limit=1001', 'limit=']) {
    const { status, json: problem } = await ask('GET', `/api/runs?${query}`);
    expect([status, problem.code], query).toEqual([400, 'query-wrong']);
    expect(problem.params['name']).toBe('limit');
  }
  expect((await ask('GET', '/api/runs?limit=5&pipeline[x]=1&__proto__[x]=1')).status).toBe(200);
  expect((await ask('GET', '/api/pipelines?trashed=maybe')).json.code).toBe('query-wrong');
});

test('a fault of ours is told without a stack or a file’s line; the log has it all', async () => {
  const { ask, services, logged } = await openServer({ command: true });
  // The store is gone under the services: nothing foresees that.
  await services.close();
  const { status, json: problem, text } = await ask('GET', '/api/pipelines');
  expect([status, problem.kind]).toEqual([500, 'bug']);
  expect(text).not.toMatch(/\bat .*:\d+:\d+|node_modules|\.ts:/);
  expect(logged.join('\n')).toContain('GET /api/pipelines');
});

test('what is no HTTP gets no stack either', async () => {
  const { url, ask } = await openServer({ command: true });
  const answered = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
      socket.write('nonsense\r\n\r\n'),
    );
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
  expect(answered).toMatch(/^HTTP\/1\.1 400 /);
  expect(answered).not.toMatch(/\bat .*:\d+/);
  expect((await ask('GET', '/api/health')).status).toBe(200);
});

test('words of a node’s own error are found in its folder', async () => {
  const { ask } = await openServer({ nodesDir: workNodes });
  const document = pipeline({ nodes: { a: ['no-such-type'] } });
  const { json: problem } = await ask('POST', '/api/runs', { json: { document } });
  expect(problem.code).toBe('node-type-unknown');
  expect(problem.detail).toContain('no-such-type');
  expect(problem.node).toBe('a');
});
