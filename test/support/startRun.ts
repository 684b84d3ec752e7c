/** A process that opens a home, starts a run in it, says the run's id once a slow step has begun, and stays. */
import { localOwner } from '#server/services/authorize.ts';
import { openServices } from '#server/services/open.ts';
import { fileURLToPath } from 'node:url';

const [home, document, trigger] = process.argv.slice(2) as [string, string, string];
const esteira = await openServices(
  { home, runs: 1, tableMemory: 256 * 1024 ** 2, heapMegabytes: 128, maxUpload: 1024 ** 2 },
  {
    nodesDir: fileURLToPath(new URL('./workNodes/', import.meta.url)),
    command: trigger === 'command',
  },
);
const source = { document: JSON.parse(document) as unknown };
const run = await esteira.runs.start(localOwner, { source, trigger });
for await (const event of esteira.runs.events(localOwner, run.id)) {
  if (event.type === 'node-started' && event.step === 'long') break;
}
process.stdout.write(`${run.id}\n`);
