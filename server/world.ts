/** What a child process works with: node types, tables, tensors, bytes. Shared by the run and the query process. */
import { join } from 'node:path';
import { EsteiraError } from '#schemas/errors.ts';
import type { Column } from '#schemas/types.ts';
import { recipes } from '#nodes/sdk/learning/recipes.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { loadNodes } from '#server/catalogue/load.ts';
import { type Catalogue, createCatalogue } from '#server/engine/catalogue.ts';
import type { EnginePorts } from '#server/engine/ports.ts';
import { warmChecks } from '#server/services/warmChecks.ts';
import { openArtifacts } from '#server/store/artifacts.ts';
import { openTables } from '#server/tables/index.ts';
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
  /** Does ahead what every run would wait for; gives up when the signal aborts, because there is a run. */
  readonly warm: (signal: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
}

const ANY: Column = { name: 'any', type: 'bool', meaning: 'category', role: 'feature' };

export async function openWorld(settings: ChildSettings): Promise<World> {
  const { home, nodesDir, tableMemory } = settings;
  const artifacts = openArtifacts(join(home, 'artifacts'));
  const tensors = openTensors();
  const tables = openTables({
    artifacts: artifacts.root,
    tmpDir: join(home, 'tmp'),
    memoryLimit: `${Math.round(tableMemory / 1024 ** 2)}MiB`,
    resolveDataset(dataset, hash) {
      if (!artifacts.has(hash)) throw new EsteiraError('dataset-missing', { dataset });
      return artifacts.path(hash);
    },
  });
  const nodes = await loadNodes(nodesDir);
  const catalogue = createCatalogue(nodes);
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
    async warm(signal) {
      // Any query opens the database.
      await tables.count(Table.values([ANY], []));
      await warmChecks(nodes, catalogue, signal);
    },
    close: async () => void (await Promise.all([tensors.close(), tables.close()])),
  };
}
