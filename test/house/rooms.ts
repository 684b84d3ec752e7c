// The table "who may import whom" of the README, as data. The linter's rule (importRule.ts) reads
// it, so an editor, `npm run lint` and the tests give one answer.

/** One folder of the house. `files` matches paths from the root, with forward slashes. */
export type Room = {
  readonly name: string;
  readonly files: RegExp;
  /** Rooms it may import besides itself. */
  readonly may: readonly string[];
  /** Rooms of which it may import types alone. */
  readonly mayType?: readonly string[];
  /** Files of other rooms that it may import besides, by their path from the root. */
  readonly mayFiles?: RegExp;
  /** `none`: the browser loads it. `pure`: no files, network or processes. `any`: the whole of Node. */
  readonly builtins: 'none' | 'pure' | 'any';
  /** What to do instead, said with every refusal. */
  readonly instead: string;
};

const implementer = {
  may: ['schemas', 'nodes/sdk'],
  mayType: ['nodes/lib'],
  builtins: 'any',
  instead: 'Implement a port of nodes/sdk or server/engine and let server/main.ts wire it.',
} as const;

/** First match wins, so the narrower folder stands before the wider one. */
export const rooms: readonly Room[] = [
  {
    name: 'test',
    files: /^test\/|\.test\.tsx?$|^[^/]+\.ts$/,
    may: ['*'],
    builtins: 'any',
    instead: '',
  },
  {
    name: 'schemas/generate',
    files: /^schemas\/generate(\.ts$|\/)/,
    may: ['schemas'],
    builtins: 'any',
    instead: 'The generator of types reads schemas/ alone.',
  },
  {
    name: 'schemas',
    files: /^schemas\//,
    may: [],
    builtins: 'none',
    instead: 'The contract imports nothing of ours: move what is shared into schemas/.',
  },
  {
    name: 'nodes/sdk',
    files: /^nodes\/sdk\//,
    may: ['schemas', 'nodes/lib'],
    builtins: 'pure',
    instead: 'The kit declares ports; whoever implements them hands them over by the context.',
  },
  {
    name: 'nodes/lib',
    files: /^nodes\/lib\//,
    may: ['schemas'],
    builtins: 'pure',
    instead: 'Algorithms are pure: take the data as a parameter.',
  },
  {
    name: 'nodes/<category>/<type>',
    files: /^nodes\/[^/]+\/[^/]+\//,
    may: ['schemas', 'nodes/sdk', 'nodes/lib'],
    builtins: 'pure',
    instead: 'A node sees the world through its context; what nodes share belongs in nodes/lib.',
  },
  {
    name: 'server/engine',
    files: /^server\/engine\//,
    may: ['schemas'],
    mayType: ['nodes/sdk', 'nodes/lib'],
    builtins: 'pure',
    instead: 'The engine is pure: declare a port and receive the rest by injection.',
  },
  {
    name: 'server/catalogue',
    files: /^server\/catalogue\//,
    may: ['schemas', 'nodes/sdk'],
    builtins: 'any',
    instead: 'The catalogue finds node folders by itself and names none of them.',
  },
  { name: 'server/tables', files: /^server\/tables\//, ...implementer },
  {
    name: 'server/tensors',
    files: /^server\/tensors\//,
    ...implementer,
    // Seeds and states are shared with the predictors there; both rooms are pure beneath it.
    may: ['schemas', 'nodes/sdk', 'nodes/lib'],
  },
  { name: 'server/store', files: /^server\/store\//, ...implementer },
  { name: 'server/work', files: /^server\/work\//, ...implementer },
  {
    name: 'server/services',
    files: /^server\/services\//,
    may: [
      'schemas',
      'nodes/sdk',
      'nodes/lib',
      'server/engine',
      'server/catalogue',
      'server/tables',
      'server/tensors',
      'server/store',
      'server/work',
      'server/templates',
      'server/report',
    ],
    builtins: 'any',
    instead: 'A use case knows neither HTTP nor the command line: those call it.',
  },
  {
    name: 'server/report',
    files: /^server\/report\//,
    may: ['schemas'],
    // A run is told on paper as on the page: by the same words, sentences and pictures, which need no browser.
    mayFiles:
      /^(nodes\/sdk\/expressions\/|web\/src\/(app\/reasonText|i18n\/(messages|allMessages)|results\/(charts\/)?(?!use)\w+|canvas\/lineText|form\/model\/\w+|home\/runs\/scores)\.ts$)/,
    builtins: 'pure',
    instead: 'A report is made of what it is given: let server/services ask for the rest.',
  },
  {
    name: 'server/http',
    files: /^server\/http\//,
    may: ['schemas', 'server/services'],
    builtins: 'any',
    instead: 'A router translates and calls a service; the logic belongs in server/services.',
  },
  {
    name: 'server/templates',
    files: /^server\/templates\//,
    may: ['schemas'],
    builtins: 'any',
    instead: 'Templates are documents: they need schemas/ alone.',
  },
  {
    name: 'server/cli',
    files: /^server\/cli\//,
    may: ['schemas', 'server/services', 'server'],
    builtins: 'any',
    instead: 'A command calls the same services as HTTP.',
  },
  {
    name: 'server',
    files: /^server\/[^/]+$/,
    may: ['schemas', 'nodes/sdk', 'nodes/lib', 'server/*'],
    builtins: 'any',
    instead: 'Wiring joins the rooms of server/; the rest belongs in one of them.',
  },
  {
    name: 'web/src/store',
    files: /^web\/src\/store\//,
    may: ['schemas', 'web/src'],
    builtins: 'none',
    instead: 'The store works without React: components read it, it reads none of them.',
  },
  {
    name: 'web/src',
    files: /^web\/src\/[^/]+\.ts$/,
    may: ['schemas'],
    builtins: 'none',
    instead: 'Shared pieces of the web (api.ts) know no component and no store.',
  },
  {
    name: 'web/src/<components>',
    files: /^web\/src\//,
    may: ['schemas', 'web/src', 'web/src/store'],
    // A formula is read and completed while it is typed, by the same code that computes it.
    mayFiles: /^nodes\/sdk\/expressions\//,
    builtins: 'none',
    instead: 'The web reaches the server through api.ts.',
  },
  {
    name: 'web',
    files: /^web\/[^/]+$/,
    may: [],
    builtins: 'any',
    instead: 'The tools that build the web need nothing of the other rooms.',
  },
];

/** npm packages that only some rooms may import; a package not named here is free. */
export const packageOwners: readonly {
  readonly packages: RegExp;
  readonly owners: readonly string[];
  readonly instead: string;
}[] = [
  {
    packages: /^(express|helmet)$/,
    owners: ['server/http'],
    instead: 'Call a service; only server/http knows Express.',
  },
  {
    packages: /^@duckdb\//,
    owners: ['server/tables'],
    instead: 'Return a table plan, or use context.tables; only server/tables knows DuckDB.',
  },
  {
    packages: /^@tensorflow\//,
    owners: ['server/tensors'],
    instead: 'Use context.tensors; only server/tensors knows TensorFlow.js.',
  },
  {
    packages: /^(better-sqlite3|kysely)$/,
    owners: ['server/store'],
    instead: 'Use a repository of server/store.',
  },
  {
    packages: /^(ajv|ajv-formats)$/,
    owners: ['schemas'],
    instead: 'Use schemas/validate.ts, the one ajv instance.',
  },
  {
    packages: /^(react|react-dom|@xyflow\/.*|@mantine\/.*)$/,
    owners: ['web/src/<components>'],
    instead: 'Components live in folders of web/src; the store works without React.',
  },
  {
    packages: /^zustand$/,
    owners: ['web/src/store', 'web/src/<components>'],
    instead: 'State of the web lives in web/src/store.',
  },
  {
    packages: /^(vite|@vitejs\/.*)$/,
    owners: ['web'],
    instead: 'Only the build of the web knows Vite.',
  },
  {
    packages: /^(vitest|fast-check|playwright-core|@sparticuz\/chromium)$/,
    owners: [],
    instead: 'Tools of tests belong in *.test.ts files and test/.',
  },
];
