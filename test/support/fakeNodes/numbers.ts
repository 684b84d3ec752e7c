/** Nodes over single numbers, which travel as reports: enough to see what ran, when and why. */
import { Type } from 'typebox';
import { defineNode, type Port } from '#nodes/sdk/node.ts';
import type { ReportValue } from '#nodes/sdk/values.ts';

export const number = (n: number): ReportValue => ({
  kind: 'report',
  type: 'number',
  metrics: { n },
});

export const numberOf = (value: unknown): number => (value as ReportValue).metrics['n'] as number;

export const report = (more: Partial<Port> = {}): Port => ({
  type: 'report',
  title: 'Number',
  ...more,
});

export const common = {
  version: 1,
  category: 'control',
  title: 'Fake',
  summary: 'For tests.',
} as const;

const given = defineNode({
  ...common,
  type: 'number',
  params: Type.Object({ n: Type.Number({ default: 0 }) }, { additionalProperties: false }),
  inputs: {},
  outputs: { out: report() },
  run: async ({ params }) => ({ out: number(params.n) }),
});

/** a + b + plus, where a or b may be missing. */
const add = defineNode({
  ...common,
  type: 'add',
  formerly: ['plus'],
  params: Type.Object({ plus: Type.Number({ default: 0 }) }, { additionalProperties: false }),
  inputs: { a: report({ required: false }), b: report({ required: false }) },
  outputs: { out: report() },
  run: async ({ params, inputs }) => {
    const values = Object.values(inputs).filter((value) => value !== undefined);
    return {
      out: number(values.reduce((sum: number, value) => sum + numberOf(value), params.plus)),
    };
  },
});

const need = defineNode({
  ...common,
  type: 'need',
  params: Type.Object({}),
  inputs: { a: report() },
  outputs: { out: report() },
  run: async ({ inputs }) => ({ out: number(numberOf(inputs['a'])) }),
});

const sum = defineNode({
  ...common,
  type: 'sum',
  params: Type.Object({}),
  inputs: { all: report({ many: true }) },
  outputs: { out: report() },
  run: async ({ inputs }) => {
    const values = (inputs['all'] as unknown[]).map(numberOf);
    return { out: number(values.reduce((total, n) => total + n, 0)) };
  },
});

const dataset = Type.Object({ dataset: Type.String(), hash: Type.String() });

const source = defineNode({
  ...common,
  type: 'source',
  params: Type.Object({ data: dataset }, { additionalProperties: false }),
  inputs: {},
  outputs: { out: report() },
  run: async ({ params }) => ({ out: number(params.data.hash.length) }),
});

/** Gives its seed. */
const draw = defineNode({
  ...common,
  type: 'draw',
  random: true,
  params: Type.Object({}),
  inputs: { a: report({ required: false }) },
  outputs: { out: report() },
  run: async ({ context }) => ({ out: number(context.seed) }),
});

const tensor = defineNode({
  ...common,
  type: 'tensor',
  tensors: true,
  params: Type.Object({}),
  inputs: { a: report({ required: false }) },
  outputs: { out: report() },
  run: async ({ context }) => ({ out: number(context.tensors.backend.length) }),
});

export const numberNodes = [given, add, need, sum, source, draw, tensor];
