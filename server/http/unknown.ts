/** Addresses under /api that nothing answers to, and methods that an address does not take. */
import type { RequestHandler } from 'express';
import { EsteiraError } from '#schemas/errors.ts';
import type { Operation } from './operation.ts';
import { routeUnknown } from './problems.ts';

export function refuseUnknown(operations: readonly Operation[]): RequestHandler {
  const byPath = new Map<string, Operation[]>();
  for (const operation of operations) {
    byPath.set(operation.path, [...(byPath.get(operation.path) ?? []), operation]);
  }
  const addresses = [...byPath].map(([path, found]) => ({
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
    methods: found.map(({ method }) => method.toUpperCase()),
  }));
  return (request, response, next) => {
    if (!/^\/api(\/|$)/i.test(request.path)) {
      next();
      return;
    }
    const known = addresses.find(({ pattern }) => pattern.test(request.path));
    if (known === undefined) throw routeUnknown(request);
    const { method, path } = request;
    response.set('Allow', known.methods.join(', '));
    throw new EsteiraError('method-not-allowed', { method, route: path, allowed: known.methods });
  };
}
