/**
 * Ten million rows through nodes, from the CSV to a saved Parquet file, against a DuckDB program of the same meaning;
 * and the most memory that the server and the run's process held together meanwhile.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json, Pipeline } from '#schemas/types.ts';
import { localOwner } from '#server/services/authorize.ts';
import { call, col, lit } from '#nodes/sdk/expressions/build.ts';
import { pipeline } from '../../support/fakeNodes/pipeline.ts';
import { type Bench, median, openBench } from '../work/open.ts';
import { writeSales } from './sales.ts';

const TURNS = 3;
const MIB = 1024 ** 2;

export function byNodes(dataset: Json): Pipeline {
  const amount = call('ge', col('amount'), lit(3));
  const revenue = call('mul', col('price'), col('amount'), call('sub', lit(1), col('discount')));
  return pipeline({
    nodes: {
      data: ['csv-file', { file: dataset }],
      fill: ['fill-missing', { columns: ['price'], numbers: 'mean' }],
      larger: ['filter-rows', { condition: amount }],
      revenue: ['formula', { name: 'revenue', expression: revenue }],
      cities: [
        'group-by',
        {
          keys: ['city'],
          measures: [
            { column: 'revenue', fn: 'mean', q: 0.9, name: '' },
            { column: 'revenue', fn: 'sum', q: 0.9, name: '' },
            { column: 'price', fn: 'max', q: 0.9, name: '' },
          ],
        },
      ],
      save: ['save-data', { name: 'cities', format: 'parquet' }],
    },
    wires: [
      'data.table > fill.table',
      'fill.table > larger.table',
      'larger.table > revenue.table',
      'revenue.table > cities.table',
      'cities.table > save.table',
    ],
  });
}

export async function figures() {
  const folder = await mkdtemp(join(tmpdir(), 'esteira-rows-'));
  const csv = join(folder, 'sales.csv');
  const ratios: number[] = [];
  let peak = 0;
  try {
    await writeSales(csv);
    for (let turn = 0; turn < TURNS; turn++) {
      const theirs = await program(csv, join(folder, 'program.parquet'));
      // A new home each time: nothing is cached, and the import of the file is not counted as the run.
      const bench = await openBench();
      try {
        const ours = await nodes(bench, csv);
        ratios.push(ours.ms / theirs);
        peak = Math.max(peak, ours.peak);
      } finally {
        await bench.close();
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const rows = median(ratios);
  return [
    { name: 'engine.rows10M', value: rows, unit: 'ratio', goal: '≤ 1.5', met: rows <= 1.5 },
    { name: 'engine.peak10M', value: peak, unit: 'MiB', goal: '≤ 2048', met: peak <= 2048 },
  ];
}

async function program(csv: string, parquet: string): Promise<number> {
  const start = performance.now();
  const script = join(import.meta.dirname, 'program.ts');
  const child = spawn(process.execPath, [script, csv, parquet], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`The DuckDB program ended with ${code}.`);
  return performance.now() - start;
}

/** The upload into the home is not part of it: the program finds its file in place, too. */
async function nodes(bench: Bench, csv: string): Promise<{ ms: number; peak: number }> {
  const { name, hash } = await bench.services.datasets.importFile(localOwner, { path: csv });
  await bench.warm();
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, residentMemory() / MIB)), 50);
  try {
    const { ms } = await bench.run(byNodes({ dataset: name, hash }));
    return { ms, peak };
  } finally {
    clearInterval(watch);
  }
}

/** Bytes held by this process and all its children, as Linux tells it; this process's own elsewhere. */
function residentMemory(): number {
  if (process.platform !== 'linux') return process.memoryUsage.rss();
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    const status = read(`/proc/${entry}/stat`);
    // The name in brackets may hold spaces; what follows it does not.
    const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent > 0) parents.set(pid, parent);
  }
  const ours = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined; at = parents.get(at)) {
      if (at === process.pid) return true;
    }
    return false;
  };
  const pages = [...parents.keys()].filter(ours).map((pid) => {
    return Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0);
  });
  return pages.reduce((sum, count) => sum + count, 0) * 4096;
}

/** Processes end while they are looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
