import type { Express } from 'express';
import { expect, test } from 'vitest';
import { createApp } from '#server/http/app.ts';
import { expressPath } from '#server/http/route.ts';
import { services, temporaryHome } from '../support/services.ts';
import { description } from './support/client.ts';
import { openServer } from './support/server.ts';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
}

/** Every route that Express would try, read from the application itself. */
function routesOf(app: Express): string[] {
  const walk = (layers: readonly Layer[]): string[] =>
    layers.flatMap(({ route, handle }) =>
      route === undefined
        ? walk(handle.stack ?? [])
        : Object.keys(route.methods).map((method) => `${method} ${route.path}`),
    );
  return walk((app.router as unknown as { stack: readonly Layer[] }).stack).sort();
}

test('the document has exactly the routes that Express has', async () => {
  const app = createApp({
    services: await services(await temporaryHome(), { command: true }),
    dist: '/nowhere',
    stopping: new AbortController().signal,
    log: () => {},
  });
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${expressPath(path)}`),
  );
  const routes = routesOf(app);
  expect(routes.length).toBeGreaterThan(30);
  expect(described.sort()).toEqual(routes);
});

test('every reference leads somewhere, every id is unique, every path parameter is declared', () => {
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(
    (match) => match[1]!,
  );
  expect(references.length).toBeGreaterThan(100);
  for (const reference of new Set(references)) {
    const [root, ...path] = reference.split('/');
    expect(root, reference).toBe('#');
    const target = path.reduce<unknown>(
      (value, key) => (value as Record<string, unknown>)?.[key],
      description,
    );
    expect(target, reference).toBeTypeOf('object');
  }
  const ids: string[] = [];
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const { operationId, parameters = [], responses } of Object.values(methods)) {
      ids.push(operationId);
      const declared = parameters.filter((each) => each.in === 'path').map((each) => each.name);
      expect(declared, path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
      expect(Object.keys(responses), path).toContain('default');
    }
  }
  expect(new Set(ids).size).toBe(ids.length);
});

test('the server hands the document out', async () => {
  const { ask } = await openServer({ command: true });
  const { status, json } = await ask<typeof description>('GET', '/api/openapi.json');
  expect(status).toBe(200);
  expect(json.openapi).toBe('3.1.0');
  expect(json.paths).toEqual(JSON.parse(JSON.stringify(description.paths)));
});
