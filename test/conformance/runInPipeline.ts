/** Runs one node through the engine, in a pipeline with the definitions that it names. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Definition, Json } from '#schemas/types.ts';
import { defineNode, type Inputs, type NodeDefinition, type Outputs } from '#nodes/sdk/node.ts';
import { params } from '#nodes/sdk/params.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { loadNodes } from '#server/catalogue/load.ts';
import { createCatalogue } from '#server/engine/catalogue.ts';
import { plan } from '#server/engine/plan.ts';
import { run, type RunOutcome } from '#server/engine/run.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import type { Workbench } from '../support/runNode.ts';

interface Given {
  readonly params: { readonly [name: string]: Json };
  readonly inputs: Inputs;
  readonly seed: number;
  readonly definitions: { readonly [id: string]: Definition };
  readonly signal?: AbortSignal | undefined;
}

type Kept = ReturnType<RunOutcome['kept']['get']>;

const nodes = await loadNodes();

/** A node that hands out the table of an example. */
const giving = (type: string, table: Table): NodeDefinition =>
  defineNode({
    type,
    version: 1,
    category: 'collect',
    title: 'Given',
    summary: 'The table of an example.',
    params: params({}),
    inputs: {},
    outputs: { table: { type: 'table', title: 'Table' } },
    plan: () => table,
  });

/** Tables as a node's caller gets them. */
function opened(values: NonNullable<Kept>): Outputs {
  const entries = Object.entries(values).map(([port, value]) => {
    return [port, value.kind === 'table' ? Table.of(value) : value] as const;
  });
  return Object.fromEntries(entries);
}

/** Throws what the run fails with. */
export async function runInPipeline(
  bench: Workbench,
  { type }: NodeDefinition,
  { params: own, inputs, seed, definitions, signal }: Given,
): Promise<Outputs> {
  const tables = Object.entries(inputs).filter((entry): entry is [string, Table] => {
    return entry[1] instanceof Table;
  });
  const givers = tables.map(([port, table]) => giving(`given-${port}`, table));
  const planned = plan(
    pipeline({
      nodes: {
        ...Object.fromEntries(givers.map((giver) => [giver.type, [giver.type]])),
        node: [type, own],
      },
      wires: tables.map(([port]) => `given-${port}.table > node.${port}`),
      definitions,
      seed,
    }),
    createCatalogue([...nodes, ...givers]),
  );
  if (!planned.planned) throw planned.errors[0]!;
  const options = { run: 'run', keep: ['node'], ...(signal && { signal }) };
  const events = run(planned.planned, bench.ports(signal), options);
  for (;;) {
    const next = await events.next();
    if (!next.done) continue;
    const { error, kept, status } = next.value;
    if (error) throw error;
    if (status === 'cancelled') throw new EsteiraError('cancelled', {});
    return opened(kept.get('node') ?? {});
  }
}
