/** Nodes that take their time, and nodes that fail. */
import { setTimeout as pause } from 'node:timers/promises';
import { Type } from 'typebox';
import { EsteiraError } from '#schemas/errors.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { common, number, report } from './numbers.ts';

const ports = { inputs: { a: report({ required: false }) }, outputs: { out: report() } };
const milliseconds = Type.Object({ ms: Type.Number({ default: 20 }) });

/** How many sleepers sleep at once, and how many at most so far. */
export const asleep = { now: 0, most: 0 };

const sleep = defineNode({
  ...common,
  ...ports,
  type: 'sleep',
  params: milliseconds,
  run: async ({ params, context }) => {
    asleep.now += 1;
    asleep.most = Math.max(asleep.most, asleep.now);
    try {
      await pause(params.ms, undefined, { signal: context.signal });
      return { out: number(params.ms) };
    } finally {
      asleep.now -= 1;
    }
  },
});

/** Never looks at the signal. */
const stubborn = defineNode({
  ...common,
  ...ports,
  type: 'stubborn',
  params: milliseconds,
  run: async ({ params, context }) => {
    await pause(params.ms);
    context.progress({ done: 1, total: 1 });
    return { out: number(1) };
  },
});

const counter = defineNode({
  ...common,
  ...ports,
  type: 'counter',
  params: Type.Object({ to: Type.Number() }),
  run: async ({ params, context }) => {
    for (let done = 1; done <= params.to; done++) {
      context.progress({ done, total: params.to, values: { share: done / params.to } });
    }
    context.log({ code: 'counter.done', level: 'warning', params: { to: params.to, list: [[1]] } });
    return { out: number(params.to) };
  },
});

const refuse = defineNode({
  ...common,
  ...ports,
  type: 'refuse',
  params: Type.Object({}),
  run: async () => {
    throw new EsteiraError('column-unknown', { column: 'age', known: ['Age'] });
  },
});

const crash = defineNode({
  ...common,
  ...ports,
  type: 'crash',
  params: Type.Object({}),
  run: async () => {
    throw new TypeError('undefined is not a function');
  },
});

const misfit = defineNode({
  ...common,
  ...ports,
  type: 'misfit',
  params: Type.Object({}),
  run: async () => ({ out: { kind: 'model' } as never }),
});

export const timingNodes = [sleep, stubborn, counter, refuse, crash, misfit];
