import path from 'node:path/posix';
import { beforeAll, expect, test } from 'vitest';
import { configurationModules, lintPlanted, type Findings } from './plant.ts';

// The README's table, written a second time and not read from rooms.ts: a mistake there shows here.
const node = 'nodes/data/csv/node.ts';
const anotherNode = 'nodes/train/dense/node.ts';
const allServer = {
  engine: 'server/engine/plan.ts',
  catalogue: 'server/catalogue/load.ts',
  tables: 'server/tables/duckdb.ts',
  tensors: 'server/tensors/kernels.ts',
  store: 'server/store/runs.ts',
  work: 'server/work/queue.ts',
  services: 'server/services/runs.ts',
  report: 'server/report/runReport.ts',
  http: 'server/http/runs.ts',
  templates: 'server/templates/index.ts',
  cli: 'server/cli/run.ts',
  main: 'server/main.ts',
};
const schemas = 'schemas/graph.ts';
const sdk = 'nodes/sdk/values.ts';
const expressions = 'nodes/sdk/expressions/parse.ts';
const lib = 'nodes/lib/metrics.ts';
const component = 'web/src/canvas/NodeCard.tsx';
const webStore = 'web/src/store/run.ts';
const api = 'web/src/api.ts';
const testFile = 'test/support/fakeNodes.ts';
const { engine, catalogue, tables, tensors, store, work, services, report, http, templates } =
  allServer;
const { cli, main } = allServer;

const worldly = ['express', '@duckdb/node-api', '@tensorflow/tfjs-core', 'kysely', 'react'];
const outside = ['node:fs', 'node:fs/promises', 'fs', 'node:http', 'node:child_process'];

type Row = {
  readonly from: string;
  readonly may: readonly string[];
  readonly mayNot: readonly string[];
};

const implementers = [tables, tensors, store, work].map((from) => ({
  from,
  may: [schemas, sdk, 'node:fs'],
  mayNot: [
    node,
    engine,
    services,
    http,
    cli,
    main,
    api,
    testFile,
    'express',
    ...[tables, tensors, store, work].filter((other) => other !== from),
  ],
}));

const table: readonly Row[] = [
  {
    from: schemas,
    may: ['ajv', 'typebox'],
    mayNot: [
      'schemas/generate.ts',
      sdk,
      lib,
      node,
      engine,
      services,
      main,
      api,
      testFile,
      ...worldly,
      ...outside,
    ],
  },
  {
    from: 'schemas/generate/render.ts',
    may: [schemas, 'node:fs'],
    mayNot: [sdk, node, services, main, api, testFile, ...worldly],
  },
  {
    from: sdk,
    may: [schemas, lib, 'node:crypto'],
    mayNot: [node, engine, tables, services, main, api, testFile, 'ajv', ...worldly, ...outside],
  },
  {
    from: lib,
    may: [schemas, 're2js'],
    mayNot: [sdk, node, engine, tables, services, main, api, testFile, ...worldly, ...outside],
  },
  {
    from: node,
    may: [schemas, sdk, lib, 'nodes/data/csv/dialect.ts', 'typebox'],
    mayNot: [
      anotherNode,
      'nodes/data/parquet/node.ts',
      catalogue,
      engine,
      tables,
      services,
      main,
      api,
      testFile,
      ...worldly,
      ...outside,
    ],
  },
  {
    from: catalogue,
    may: [schemas, sdk, 'node:fs'],
    mayNot: [node, lib, engine, services, main, api, testFile, ...worldly],
  },
  {
    from: engine,
    may: [schemas, 'node:crypto'],
    mayNot: [
      sdk,
      lib,
      node,
      tables,
      tensors,
      store,
      work,
      services,
      http,
      cli,
      main,
      api,
      testFile,
      ...worldly,
      ...outside,
    ],
  },
  ...implementers,
  { from: tables, may: ['@duckdb/node-api'], mayNot: ['@tensorflow/tfjs-core', 'better-sqlite3'] },
  { from: tensors, may: ['@tensorflow/tfjs-core'], mayNot: ['@duckdb/node-api', 'kysely'] },
  { from: store, may: ['kysely', 'better-sqlite3'], mayNot: ['@duckdb/node-api'] },
  {
    from: services,
    may: [schemas, sdk, engine, tables, tensors, store, work, templates, catalogue, report],
    mayNot: [node, http, cli, main, api, testFile, ...worldly],
  },
  {
    from: report,
    may: [schemas, expressions, 'web/src/results/meaning.ts', 'web/src/i18n/messages.ts'],
    mayNot: [
      sdk,
      lib,
      node,
      engine,
      store,
      services,
      http,
      main,
      api,
      webStore,
      component,
      'react',
    ],
  },
  {
    from: http,
    may: [services, schemas, 'express', 'helmet', 'node:http'],
    mayNot: [sdk, node, engine, tables, tensors, store, work, cli, main, api, 'kysely'],
  },
  { from: templates, may: [schemas], mayNot: [sdk, node, engine, services, http, main, api] },
  {
    from: cli,
    may: [services, schemas, main],
    mayNot: [sdk, node, engine, tables, store, work, http, api, 'express'],
  },
  {
    from: main,
    may: [...Object.values(allServer).filter((file) => file !== main), schemas, sdk],
    mayNot: [node, api, testFile, 'express', '@duckdb/node-api'],
  },
  {
    from: webStore,
    may: [schemas, api, 'zustand'],
    mayNot: [
      component,
      'web/src/App.tsx',
      sdk,
      expressions,
      engine,
      services,
      main,
      'react',
      '@xyflow/react',
    ],
  },
  {
    from: component,
    may: [
      schemas,
      expressions,
      api,
      webStore,
      'web/src/form/Field.tsx',
      'react',
      '@xyflow/react',
      'zustand',
    ],
    mayNot: [sdk, lib, node, engine, services, http, main, testFile, 'express', 'node:fs'],
  },
  {
    from: api,
    may: [schemas],
    mayNot: [component, webStore, sdk, expressions, services, main, 'react'],
  },
];

type Site = { readonly file: string; readonly specifier: string; readonly text: string };

/** Every way to write the import: by alias, by relative path, or as a package. */
function specifiersOf(from: string, target: string): string[] {
  if (!/\.tsx?$/.test(target)) return [target];
  const relative = path.relative(path.dirname(from), target);
  const dotted = relative.startsWith('.') ? relative : `./${relative}`;
  return /^(schemas|nodes|server)\//.test(target) ? [`#${target}`, dotted] : [dotted];
}

let planted = 0;

function plant(from: string, targets: readonly string[], write = writeImport): Site[] {
  return targets.flatMap((target) =>
    specifiersOf(from, target).map((specifier) => {
      planted += 1;
      const file = from.replace(/\.tsx?$/, `_planted${planted}$&`);
      return { file, specifier, text: write(specifier) };
    }),
  );
}

function writeImport(specifier: string): string {
  return `import { value } from '${specifier}';\n\nexport const other = [value];\n`;
}

/** A path to another room is written by its alias, so its relative form is refused for that alone. */
function mustUseAlias({ file, specifier }: Site): boolean {
  const target = path.join(path.dirname(file), specifier);
  const leavesRoom = path.dirname(file) !== path.dirname(target) && !file.startsWith('schemas/');
  return specifier.startsWith('.') && leavesRoom && /^(schemas|nodes|server)\//.test(target);
}

const planting = table.map(({ from, may, mayNot }) => {
  const allowed = plant(from, may);
  return {
    from,
    allowed: allowed.filter((site) => !mustUseAlias(site)),
    aliasOnly: allowed.filter(mustUseAlias),
    forbidden: plant(from, mayNot),
  };
});

const otherForms = [
  ...plant(schemas, [sdk], (to) => `export * from '${to}';\n`),
  ...plant(lib, [engine], (to) => `export { a } from '${to}';\n`),
  ...plant(sdk, [tables], (to) => `export const load = () => import('${to}');\n`),
  ...plant(node, [services], (to) => `export type A = import('${to}').A;\n`),
  ...plant(http, [engine], (to) => `import type { A } from '${to}';\n\nexport type B = A[];\n`),
];

const typesOnly = [
  ...plant(engine, [sdk, lib], (to) => `import type { A } from '${to}';\n\nexport type B = A[];\n`),
  ...plant(tables, [lib], (to) => `export type A = import('${to}').A;\n`),
].filter((site) => !mustUseAlias(site));

const nowhere = plant('server/newRoom/file.ts', [schemas]);

const everySite = [
  ...planting.flatMap((row) => [...row.forbidden, ...row.allowed, ...row.aliasOnly]),
  ...otherForms,
  ...typesOnly,
  ...nowhere,
];

let findings: Findings;

beforeAll(async () => {
  findings = await lintPlanted(new Map(everySite.map(({ file, text }) => [file, text])));
});

/** The sites that the linter does not answer with exactly one message of this form. */
function notRefused(sites: readonly Site[], message: RegExp): string[] {
  expect(sites).not.toEqual([]);
  return sites
    .filter((site) => {
      const said = messagesOf(site);
      return said.length !== 1 || !message.test(said[0] ?? '');
    })
    .map(({ file, specifier }) => `${file}: ${specifier}`);
}

function messagesOf({ file }: Site): string[] {
  return findings.problems
    .filter((problem) => problem.file === file && problem.rule === 'house(imports)')
    .map((problem) => problem.message);
}

/** A refusal names the importing room and says what to do instead. */
const refusal = /^\S+ may not import \S+\. \S.+\.$/;

test('the linter reads every planted file', () => {
  expect(new Set(everySite.map(({ file }) => file)).size).toBe(everySite.length);
  expect(everySite.length).toBeGreaterThan(400);
  expect(findings.filesRead).toBe(everySite.length + configurationModules);
});

test.each(planting)('$from: what it may not import is refused', ({ forbidden }) => {
  expect(notRefused(forbidden, refusal)).toEqual([]);
});

test.each(planting)('$from: what it may import passes', ({ allowed }) => {
  expect(allowed.flatMap(messagesOf)).toEqual([]);
});

test('a relative path to another room is refused in favour of its alias', () => {
  const sites = planting.flatMap(({ aliasOnly }) => aliasOnly);
  expect(notRefused(sites, /use '#(schemas|nodes|server)\/.+'\.$/)).toEqual([]);
});

test('re-exports, dynamic imports and type imports are judged as well', () => {
  expect(notRefused(otherForms, refusal)).toEqual([]);
});

test('types of the kit and of the library may pass where values may not', () => {
  expect(typesOnly.flatMap(messagesOf)).toEqual([]);
});

test('a folder that is in no room is refused until it is given one', () => {
  expect(notRefused(nowhere, /is in no room of the house/)).toEqual([]);
});
