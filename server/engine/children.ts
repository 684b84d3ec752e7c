/** Child runs: a definition of the document run as a graph of its own, under the step that asked for it. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Definition, Json } from '#schemas/types.ts';
import type { Value } from '#nodes/sdk/values.ts';
import { contentHash } from './hash.ts';
import { neededInside } from './pins.ts';
import { planGraph } from './plan.ts';
import type { GraphPins, GraphSetting, Planned, Step } from './planned.ts';
import type { Given } from './values.ts';

/** Child runs within child runs. */
const DEEPEST = 16;
/** Child runs of one run, all together. */
const MOST = 10_000;

interface Call {
  readonly definition: string;
  readonly params: { readonly [name: string]: Json };
}

/** Refuses what would never end, before it fills memory and disk. */
export function countChild(
  session: { readonly children: { started: number } },
  scope: string,
): void {
  session.children.started += 1;
  if (session.children.started > MOST) {
    throw new EsteiraError('items-too-many', { count: session.children.started, limit: MOST });
  }
  if (scope.split('/').length > DEEPEST)
    throw new EsteiraError('subflows-too-deep', { limit: DEEPEST });
}

/**
 * Where the steps of a child run stand: under the step that started it, with the scope that tells its child runs
 * apart (the item of a for-each), and a number where a scope comes again.
 */
export function childScope(step: Step, scope: string | undefined, taken: Set<string>): string {
  const base = scope === undefined ? step.id : `${step.id}/${scope.replaceAll('/', '_')}`;
  let path = base;
  for (let count = 2; taken.has(path); count++) path = `${base}-${count}`;
  taken.add(path);
  return path;
}

/**
 * Throws the first thing that is wrong: params whose values were not known before. A node may offer more values than
 * the definition has parameters for; what a person wrote too many of is refused when the document is planned.
 */
export function planChild(call: Call, step: Step, setting: GraphSetting, scope: string): Planned {
  const { definition: id, params } = call;
  if (!Object.hasOwn(setting.definitions, id)) {
    throw new EsteiraError('definition-unknown', { name: step.nodeId, definition: id });
  }
  const definition = setting.definitions[id]!;
  // Which nodes are asked for is said of the top level alone.
  const { selected: _selected, pins: _pins, fresh: _fresh, ...whole } = setting;
  const inherited: GraphSetting = {
    ...whole,
    // Who asks for a step again asks for all that is done in it.
    ...(step.fresh ? { fresh: 'all' } : {}),
    ...(setting.innerPins ? pinsInside(definition, setting.innerPins.get(id)) : {}),
  };
  const wanted = definition.parameters.filter(({ name }) => Object.hasOwn(params, name));
  const own = Object.fromEntries(wanted.map(({ name }) => [name, params[name]!]));
  const result = planGraph(definition, { ...inherited, scope, params: own });
  if (!result.planned) throw result.errors[0]!;
  return result.planned;
}

function pinsInside(
  definition: Definition,
  pins: GraphPins = new Map(),
): Pick<GraphSetting, 'pins' | 'selected'> {
  const selected = neededInside(definition, pins);
  return { pins, ...(selected ? { selected } : {}) };
}

/** Inputs count by their content: whatever way a value came, the same value has the same results. */
export function givenInputs(inputs: {
  readonly [port: string]: Value;
}): ReadonlyMap<string, Given> {
  const given = new Map<string, Given>();
  for (const [port, value] of Object.entries(inputs)) {
    given.set(port, { value, key: contentHash(value) });
  }
  return given;
}
