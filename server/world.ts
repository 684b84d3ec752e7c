/** What a child process works with: node types, tables, tensors, bytes. Shared by the run and the query process. */
import { join } from 'node:path';
import { EsteiraError } from '#schemas/errors.ts';
import type { Column } from '#schemas/types.ts';
import { recipes } from '#nodes/sdk/learning/recipes.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { loadNodes } from '#server/catalogue/load.ts';
import { readFormula } from '#server/catalogue/readFormula.ts';
import { type Catalogue, createCatalogue } from '#server/engine/catalogue.ts';
import type { EnginePorts } from '#server/engine/ports.ts';
import type { Aside } from '#server/services/queries/world.ts';
import { warmChecks } from '#server/services/warmChecks.ts';
import { type Artifacts, openArtifacts } from '#server/store/artifacts.ts';
import { openScratch } from '#server/tables/duckdb/scratch.ts';
import { openTables, type TablesOptions } from '#server/tables/index.ts';
import { compileRow } from '#server/tables/rows/compileRow.ts';
import { openTensors } from '#server/tensors/openTensors.ts';

/** Told to a child process when it starts. */
export interface ChildSettings {
  readonly home: string;
  readonly nodesDir?: string;
  /** Bytes that tables may hold in memory before they spill to disk. */
  readonly tableMemory: number;
}

export type Ports = Omit<EnginePorts, 'cache' | 'history'>;

export interface World {
  readonly catalogue: Catalogue;
  /** Ports that stop soon after the signal aborts. */
  readonly ports: (signal: AbortSignal) => Ports;
  readonly aside: Aside;
  /** Does ahead what every run would wait for; gives up when the signal aborts, because there is a run. */
  readonly warm: (signal: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
}

const ANY: Column = { name: 'any', type: 'bool', meaning: 'category', role: 'feature' };

export async function openWorld(settings: ChildSettings): Promise<World> {
  const { home, nodesDir, tableMemory } = settings;
  const artifacts = openArtifacts(join(home, 'artifacts'));
  const tensors = openTensors();
  const options: TablesOptions = {
    artifacts: artifacts.root,
    tmpDir: join(home, 'tmp'),
    memoryLimit: `${Math.round(tableMemory / 1024 ** 2)}MiB`,
    resolveDataset(dataset, hash) {
      if (!artifacts.has(hash)) throw new EsteiraError('dataset-missing', { dataset });
      return artifacts.path(hash);
    },
  };
  const tables = openTables(options);
  const nodes = await loadNodes(nodesDir);
  const catalogue = createCatalogue(nodes, readFormula);
  return {
    catalogue,
    ports: (signal) => ({
      tables: tables.for({ signal }),
      tablesFor: (caller) => tables.for(caller),
      tensors,
      artifacts,
      compileRow,
      recipes,
    }),
    aside: aside(options, artifacts),
    async warm(signal) {
      // Any query opens the database.
      await tables.count(Table.values([ANY], []));
      await warmChecks(nodes, catalogue, signal);
    },
    close: async () => void (await Promise.all([tensors.close(), tables.close()])),
  };
}

/** What is written lies in a folder that goes with the work, or with the next that is opened after a crash. */
function aside(options: TablesOptions, artifacts: Artifacts): Aside {
  return async ({ signal, file }, work) => {
    const scratch = await openScratch(options.tmpDir);
    const own = openArtifacts(join(scratch.dir, 'artifacts'));
    const tables = openTables({
      ...options,
      artifacts: own.root,
      tmpDir: scratch.dir,
      ...(file === undefined ? {} : { resolveDataset: () => file }),
    });
    try {
      const keep = async (hash: string): Promise<void> =>
        void (await artifacts.adopt(own.path(hash)));
      return await work(tables.for({ signal }), keep);
    } finally {
      await tables.close();
      await scratch.close();
    }
  };
}
