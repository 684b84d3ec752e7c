/** Nodes that branch, wait, act on the world and run definitions. */
import { Type } from 'typebox';
import { defineNode, type Port } from '#nodes/sdk/node.ts';
import type { Json, ReportValue, Value } from '#nodes/sdk/values.ts';
import { common, number, numberOf, report } from './numbers.ts';

const branch = defineNode({
  ...common,
  type: 'branch',
  params: Type.Object({ above: Type.Number() }),
  inputs: { a: report() },
  outputs: { yes: report(), no: report() },
  run: async ({ params, inputs }) => {
    const value = inputs['a'] as ReportValue;
    return numberOf(value) > params.above ? { yes: value } : { no: value };
  },
});

const approval = defineNode({
  ...common,
  type: 'approve',
  effect: true,
  asks: 'a',
  params: Type.Object({}),
  inputs: { a: report() },
  outputs: { yes: report(), no: report() },
  run: async ({ inputs, context }) => {
    const { approved } = await context.suspend({ message: 'May it?' });
    const value = inputs['a'] as ReportValue;
    return approved ? { yes: value } : { no: value };
  },
});

/** Sent letters, by idempotency key. */
export const letters: { key: string; n: number }[] = [];

const send = defineNode({
  ...common,
  type: 'send',
  effect: true,
  params: Type.Object({}),
  inputs: { a: report() },
  outputs: { out: report() },
  run: async ({ inputs, context }) => {
    const n = numberOf(inputs['a']);
    letters.push({ key: context.idempotencyKey, n });
    return { out: number(n) };
  },
});

const definitionParam = Type.Unsafe<string>({ type: 'string', ui: { widget: 'definition' } });
const inner = Type.Unsafe<{ [name: string]: Json }>({ type: 'object', default: {} });

const titled = (ports: readonly { name: string; type: Port['type'] }[]) =>
  Object.fromEntries(ports.map(({ name, type }) => [name, { type, title: name }]));

const part = defineNode({
  ...common,
  type: 'part',
  inlines: true,
  params: Type.Object({ definition: definitionParam, params: inner }),
  inputs: {},
  outputs: {},
  ports: ({ params, definitions }) => ({
    inputs: titled(definitions[params.definition]!.inputs),
    outputs: titled(definitions[params.definition]!.outputs),
  }),
  run: async ({ params, inputs, context }) =>
    context.runDefinition(params.definition, inputs as Record<string, Value>, params.params),
});

/** Runs the definition for each number from 1 to `times`, all at once, and adds up what comes out. */
const repeat = defineNode({
  ...common,
  type: 'repeat',
  params: Type.Object({ definition: definitionParam, times: Type.Number() }),
  inputs: {},
  outputs: { out: report() },
  run: async ({ params, context }) => {
    const runs = Array.from({ length: params.times }, (_, at) =>
      context.runDefinition(params.definition, { a: number(at + 1) }, { n: at + 1 }, `${at + 1}`),
    );
    const results = (await Promise.all(runs)).map((outputs) => numberOf(outputs['out']));
    return { out: number(results.reduce((total, n) => total + n, 0)) };
  },
});

/** Goes on without the definition when it fails. */
const attempt = defineNode({
  ...common,
  type: 'attempt',
  params: Type.Object({ definition: definitionParam }),
  inputs: {},
  outputs: { out: report(), failed: report() },
  run: async ({ params, context }) => {
    try {
      return await context.runDefinition(params.definition, {}, {});
    } catch {
      return { failed: number(-1) };
    }
  },
});

export const controlNodes = [branch, approval, send, part, repeat, attempt];
