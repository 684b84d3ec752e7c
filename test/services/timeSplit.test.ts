import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { NODES_DIR } from '#server/catalogue/load.ts';
import type { Suggestion } from '#server/services/types.ts';
import { actor, sharedServices } from '../support/services.ts';

const shared = sharedServices({
  nodesDir: NODES_DIR,
  settings: { heapMegabytes: 512, maxUpload: 64 * 1024 ** 2 },
});
/** Real tables that are not shipped; where they are not there, the samples alone are looked at. */
const real = new URL('../../../shared/data/', import.meta.url);
const samples = new URL('../../nodes/lib/samples/data/', import.meta.url);

async function suggest(from: URL, file: string, target: string): Promise<Suggestion> {
  const path = fileURLToPath(new URL(file, from));
  const { name, hash } = await shared.esteira.datasets.importFile(actor, { path });
  const dataset = { dataset: name, hash };
  return shared.esteira.suggestions.pipeline(actor, { dataset, target });
}

const splitOf = ({ document }: Suggestion) =>
  document.nodes.find(({ id }) => id === 'split')?.params;

test.each([
  ['clientes_br.csv', 'Cancelou'],
  ['credit_data.csv', 'Status'],
  ['penguins.csv', 'species'],
  ['mlc_churn.csv', 'churn'],
])(
  '%s tells of people and things, whose dates are no reason to split by them',
  async (file, target) => {
    expect(splitOf(await suggest(samples, file, target))).toEqual({});
  },
);

test.skipIf(!existsSync(new URL('chicago.csv', real)))(
  'a station’s passengers day by day are foreseen: learned from the old, checked with the newest',
  async () => {
    const { runs, previews } = shared.esteira;
    const { document } = await suggest(real, 'chicago.csv', 'ridership');
    expect(splitOf({ document } as Suggestion)).toEqual({ by: 'time', time: 'date' });
    const run = await runs.start(actor, { source: { document } });
    const result = await runs.finished(actor, run.id);
    expect(result.error).toBeUndefined();
    const port = { document, node: 'split', port: 'table', columns: ['date'] };
    const [learned, checked] = await Promise.all(
      (['train', 'test'] as const).map(async (part) => {
        const { columns } = await previews.profile(actor, { ...port, part });
        return columns[0]!.dates!;
      }),
    );
    expect(learned!.max < checked!.min).toBe(true);
  },
  60_000,
);
