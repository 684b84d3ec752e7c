/** How every node behaves, without naming any: its examples come true, and hostile tables meet words, not crashes. */
import { afterAll, describe, expect, it } from 'vitest';
import { EsteiraError } from '#schemas/errors.ts';
import type { NodeContext } from '#nodes/sdk/context.ts';
import type { Inputs, NodeDefinition, Outputs } from '#nodes/sdk/node.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { ModelValue, ReportValue } from '#nodes/sdk/values.ts';
import { loadNode, nodeFolders } from '#server/catalogue/load.ts';
import { openWorkbench } from '../support/runNode.ts';
import { expectPredictions, expectReport, expectTable } from './compare.ts';
import { expectAsDeclared } from './declared.ts';
import { type Example, readExamples } from './examples.ts';
import { runInPipeline } from './runInPipeline.ts';
import { HOSTILE, tableOf, withNumberTarget } from './tables.ts';

const folders = await nodeFolders();
const bench = await openWorkbench();
afterAll(() => bench.close());

type Given = Example['inputs'][string];

async function inputOf(given: Given, context: NodeContext): Promise<unknown> {
  if (!('train' in given)) return tableOf(given, context);
  const { type, params, table, seed = 1 } = given.train;
  const inputs = { table: await tableOf(table, context) };
  const outputs = await bench.run(bench.nodeType(type), { params, inputs, seed });
  return outputs['model'];
}

async function inputsOf(example: Example, context: NodeContext): Promise<Inputs> {
  for (const text of Object.values(example.files ?? {})) {
    await context.artifacts.put(new TextEncoder().encode(text));
  }
  const entries = Object.entries(example.inputs).map(
    async ([port, given]) => [port, await inputOf(given, context)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

async function expectOutputs(
  outputs: Outputs,
  example: Example,
  context: NodeContext,
): Promise<void> {
  for (const [port, wanted] of Object.entries(example.outputs)) {
    const found = outputs[port];
    if ('columns' in wanted) await expectTable(found as Table, wanted, context, example);
    else if ('metrics' in wanted) expectReport(found as ReportValue, wanted, example);
    else await expectPredictions(found as ModelValue, wanted, context, example);
  }
}

/** Tables as their plans and rows, everything else as it is: what must be equal for equal seeds. */
async function bytesOf(outputs: Outputs, { tables }: NodeContext): Promise<string> {
  const entries = Object.entries(outputs).map(async ([port, value]) => {
    if (!(value instanceof Table)) return [port, value];
    const rows = (await tables.rows(value)).map((row) => [...row]);
    return [port, value.columns, rows];
  });
  return JSON.stringify(await Promise.all(entries));
}

/** Alone, or, where it runs definitions, inside a pipeline. */
function runExample(
  node: NodeDefinition,
  example: Example,
  inputs: Inputs,
  signal?: AbortSignal,
): Promise<Outputs> {
  const { params, seed = 1, definitions } = example;
  if (definitions) return runInPipeline(bench, node, { params, seed, definitions, inputs, signal });
  return bench.run(node, { params, inputs, seed, ...(signal && { signal }) });
}

it('notices a look that does more than read', () => {
  const context = readingOnly(bench.context());
  expect(() => context.artifacts).toThrow('artifacts is not for a look');
  expect(() => context.tables.materialize).toThrow('tables.materialize is not for a look');
});

describe.each(folders)('$category/$type', (folder) => {
  const examples = readExamples(folder);

  it.each(examples)('example: $name', async (example) => {
    const node = await loadNode(folder);
    const context = bench.context();
    const inputs = await inputsOf(example, context);
    const before = JSON.stringify(inputs);
    const outputs = await runExample(node, example, inputs);
    await expectOutputs(outputs, example, context);
    const params = fill(node, example.params);
    await expectAsDeclared(node, { params, inputs, outputs }, context);
    expect(JSON.stringify(inputs)).toBe(before);
    expect(await bytesOf(await runExample(node, example, inputs), context)).toBe(
      await bytesOf(outputs, context),
    );
  });

  it('only reads, where it may be run for a look', async () => {
    const node = await loadNode(folder);
    if (!('run' in node) || node.previews !== true) return;
    expect([node.effect, node.random, node.tensors, node.ports]).toEqual(Array(4).fill(undefined));
    expect(new Set(Object.values(node.inputs).map(({ type }) => type))).toEqual(new Set(['table']));
    expect(new Set(Object.values(node.outputs).map(({ type }) => type))).toEqual(
      new Set(['report']),
    );
    for (const example of examples) {
      const inputs = await inputsOf(example, bench.context());
      const context = readingOnly(bench.context());
      await node.run({ params: fill(node, example.params), inputs, context });
    }
  });

  it.each(HOSTILE)('meets $name in words', async ({ table }) => {
    const node = await loadNode(folder);
    const port = Object.entries(node.inputs).find(([, { type }]) => type === 'table')?.[0];
    if (port === undefined || Object.keys(node.inputs).length > 1) return;
    for (const given of [table(), withNumberTarget(table())]) {
      for (const params of [{}, ...examples.slice(0, 1).map((example) => example.params)]) {
        await expectWords(node, params, { [port]: given });
      }
    }
  });

  it('stops when it is cancelled', async () => {
    const node = await loadNode(folder);
    const example = examples[0];
    if (!('run' in node) || !example) return;
    const inputs = await inputsOf(example, bench.context());
    const signal = AbortSignal.abort(new EsteiraError('cancelled', {}));
    const tooEarly = runExample(node, example, inputs, signal);
    // A node that only hands values on may end before it looks; whatever works must not.
    await tooEarly.catch((error: unknown) => expect(error).toMatchObject({ code: 'cancelled' }));
  });
});

const READS = new Set(['rows', 'count', 'columns', 'batches', 'matrix']);

/** The same world, of which nothing but reading tables can be used. */
function readingOnly(context: NodeContext): NodeContext {
  const tables = new Proxy(context.tables, {
    get(target, name) {
      if (!READS.has(String(name))) throw new Error(`tables.${String(name)} is not for a look.`);
      const found: unknown = Reflect.get(target, name);
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  });
  const allowed = { ...context, tables };
  const own = new Set(['tables', 'signal', 'log', 'progress']);
  return new Proxy(allowed, {
    get(target, name) {
      if (!own.has(String(name))) throw new Error(`${String(name)} is not for a look.`);
      return Reflect.get(target, name) as unknown;
    },
  });
}

/** Either it works and gives what it declared, or it says what is wrong with the data: never a defect of ours. */
async function expectWords(
  node: NodeDefinition,
  params: Example['params'],
  inputs: Record<string, Table>,
): Promise<void> {
  try {
    const outputs = await bench.run(node, { params, inputs });
    for (const value of Object.values(outputs)) {
      if (value instanceof Table) await bench.context().tables.count(value);
    }
    await expectAsDeclared(node, { params: fill(node, params), inputs, outputs }, bench.context());
  } catch (error) {
    if (!(error instanceof EsteiraError)) throw error;
    expect(error.kind, `${error.code}: ${error.message}`).toBe('user');
  }
}

function fill(node: NodeDefinition, params: Example['params']): object {
  const defaults = Object.entries(node.params.properties as Record<string, { default?: unknown }>);
  return { ...Object.fromEntries(defaults.map(([name, p]) => [name, p.default])), ...params };
}
