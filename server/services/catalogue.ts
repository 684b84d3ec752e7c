/** Node types and schemas as they are published. */
import { EsteiraError, wordsOfTypes } from '#schemas/errors.ts';
import { schemas, type SchemaName } from '#schemas/schemas.ts';
import { loadNodes } from '#server/catalogue/load.ts';
import { publishNodes } from '#server/catalogue/publish.ts';
import { readFormula } from '#server/catalogue/readFormula.ts';
import { type Catalogue, createCatalogue } from '#server/engine/catalogue.ts';
import { authorize } from './authorize.ts';
import { warmChecks } from './warmChecks.ts';
import type { CatalogueService } from './types.ts';

export interface CatalogueSource {
  readonly service: CatalogueService;
  readonly catalogue: () => Promise<Catalogue>;
}

export function catalogueSource(nodesDir: string | undefined): CatalogueSource {
  const catalogue = once(async () => {
    const nodes = await loadNodes(nodesDir);
    const made = createCatalogue(nodes, readFormula);
    void warmChecks(nodes, made);
    return made;
  });
  const published = once(() => publishNodes(nodesDir));
  const messages = once(async () => wordsOfTypes(await published()));
  return {
    catalogue,
    service: {
      nodes(actor) {
        authorize(actor, 'read', { kind: 'catalogue' });
        return published();
      },
      schema(actor, name) {
        authorize(actor, 'read', { kind: 'catalogue' });
        if (!Object.hasOwn(schemas, name)) {
          throw new EsteiraError('not-found', { what: 'schema', id: name.slice(0, 100) });
        }
        return schemas[name as SchemaName];
      },
      schemaNames(actor) {
        authorize(actor, 'read', { kind: 'catalogue' });
        return Object.keys(schemas) as SchemaName[];
      },
      messages,
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
