/** Every operation by name. */
import type { Plan } from '../types.ts';
import { aggregateOp } from './aggregate.ts';
import { appendOp } from './append.ts';
import { attachOp } from './attach.ts';
import { distinctOp } from './distinct.ts';
import { filterOp } from './filter.ts';
import { joinOp } from './join.ts';
import { inputOp, sourceOp, valuesOp } from './leaves.ts';
import { limitOp } from './limit.ts';
import type { Op } from './op.ts';
import { partitionOp } from './partition.ts';
import { projectOp } from './project.ts';
import { sortOp } from './sort.ts';

const OPS: { readonly [op in Plan['op']]: Op } = {
  source: sourceOp,
  input: inputOp,
  values: valuesOp,
  project: projectOp,
  filter: filterOp,
  aggregate: aggregateOp,
  join: joinOp,
  attach: attachOp,
  append: appendOp,
  sort: sortOp,
  limit: limitOp,
  distinct: distinctOp,
  partition: partitionOp,
};

export function opOf(plan: Plan): Op {
  return OPS[plan.op];
}
