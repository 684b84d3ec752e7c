/** Runs one node outside a graph on the real tables and tensors: what the engine does for a step, and no more. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EsteiraError } from '#schemas/errors.ts';
import type { Json, JsonObject } from '#schemas/types.ts';
import type { Answer, NodeContext } from '#nodes/sdk/context.ts';
import { fitState } from '#nodes/sdk/learning/fitState.ts';
import { carry } from '#nodes/sdk/learning/recipe.ts';
import type { Inputs, NodeDefinition, Outputs } from '#nodes/sdk/node.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { Note } from '#nodes/sdk/values.ts';
import { fillDefaults } from '#server/engine/params.ts';
import type { EnginePorts } from '#server/engine/ports.ts';
import { openWorld } from '#server/world.ts';

export interface Workbench {
  nodeType(type: string): NodeDefinition;
  /** What a run of the engine needs; nothing is kept between runs. */
  ports(signal?: AbortSignal): EnginePorts;
  context(signal?: AbortSignal): NodeContext & { readonly notes: Note[] };
  run(node: NodeDefinition, given: Given): Promise<Outputs>;
  close(): Promise<void>;
}

export interface Given {
  readonly params: { readonly [name: string]: Json };
  readonly inputs: Inputs;
  readonly seed?: number;
  readonly signal?: AbortSignal;
}

/** A home of its own in a temporary folder, removed by `close`. `nodesDir` brings other nodes than ours. */
export async function openWorkbench({ nodesDir }: { nodesDir?: string } = {}): Promise<Workbench> {
  const home = await mkdtemp(join(tmpdir(), 'esteira-node-'));
  const world = await openWorld({
    home,
    tableMemory: 512 * 1024 ** 2,
    ...(nodesDir && { nodesDir }),
  });
  const find = (type: string): NodeDefinition => {
    const entry = world.catalogue.find(type);
    if (!entry) throw new EsteiraError('node-type-unknown', { name: type, type });
    return entry.definition;
  };
  const context: Workbench['context'] = (signal = new AbortController().signal) => {
    const notes: Note[] = [];
    return {
      ...world.ports(signal),
      signal,
      step: 'node',
      seed: 1,
      idempotencyKey: 'once',
      notes,
      nodeType: find,
      log: (note) => void notes.push(note),
      progress() {},
      runDefinition: () => Promise.reject(new Error('A node alone has no definitions.')),
      suspend: (): Promise<Answer> => Promise.resolve({ approved: true }),
    };
  };
  return {
    nodeType: find,
    ports: (signal = new AbortController().signal) => ({
      ...world.ports(signal),
      cache: { get: async () => new Map(), put: async () => {} },
      history: { last: async () => new Map(), save: async () => {} },
    }),
    context,
    run: (node, given) => runNode(node, given, context(given.signal)),
    async close() {
      await world.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function runNode(
  node: NodeDefinition,
  { params, inputs, seed = 1 }: Given,
  context: NodeContext,
): Promise<Outputs> {
  const schema = JSON.parse(JSON.stringify(node.params)) as JsonObject;
  const filled = fillDefaults(schema, params) as Given['params'];
  const step = { nodeId: 'node', type: node.type, version: node.version, params: filled, seed };
  if ('plan' in node) {
    const table = node.plan({ params: filled, inputs, seed });
    return { [onlyOutput(node)]: carry(tablesOf(inputs), table, step) };
  }
  if ('fit' in node) {
    const table = Object.values(inputs)[0] as Table;
    const state = await fitState(node, step, table, context);
    const applied = node.apply({ params: filled, state, table });
    return { [onlyOutput(node)]: carry(tablesOf(inputs), applied, { ...step, state }) };
  }
  return node.run({ params: filled, inputs, context: { ...context, seed } });
}

const onlyOutput = (node: NodeDefinition): string => Object.keys(node.outputs)[0]!;

function tablesOf(inputs: Inputs): { [port: string]: Table } {
  const tables = Object.entries(inputs).filter(([, value]) => value instanceof Table);
  return Object.fromEntries(tables) as { [port: string]: Table };
}
