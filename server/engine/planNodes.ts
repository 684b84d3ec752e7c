/** The nodes of a graph one by one: their type, their params with the run's values, their ports. */
import { EsteiraError } from '#schemas/errors.ts';
import { nodeTitle, type GraphPort, type NodePorts } from '#schemas/graph.ts';
import { migrateNode } from '#schemas/migrations.ts';
import type { Definition, Json, PipelineNode } from '#schemas/types.ts';
import type { Ports } from '#nodes/sdk/node.ts';
import type { Catalogue, Definitions, NodeEntry } from './catalogue.ts';
import { deepFreeze } from './deepFreeze.ts';
import { giveParameters, type ParameterValues } from './parameters.ts';
import { fillDefaults, resolveParams } from './params.ts';
import { withNode } from './withNode.ts';

type Params = { readonly [name: string]: Json };

export interface PreparedNode {
  readonly node: PipelineNode;
  readonly entry: NodeEntry;
  readonly params: Params;
  readonly inputs: Ports;
  readonly outputs: Ports;
  /** The definition that it runs. */
  readonly runs: string | undefined;
  readonly errors: readonly EsteiraError[];
}

export interface NodeWorld {
  readonly catalogue: Catalogue;
  readonly definitions: Definitions;
  /** Absent where a run's values are not known yet: references then stand for themselves. */
  readonly parameters?: ParameterValues;
}

/** An error stands for a node whose ports cannot be known. */
export function prepareNode(node: PipelineNode, world: NodeWorld): PreparedNode | EsteiraError {
  const { catalogue, definitions, parameters } = world;
  const name = nodeTitle(node);
  const entry = catalogue.find(node.type);
  const where = { node: node.id };
  if (!entry) return new EsteiraError('node-type-unknown', { name, type: node.type }, where);
  const migrated = migrateNode(node, entry.definition);
  if (migrated instanceof EsteiraError) return migrated;
  const own = migrated.node.params as Params;
  const resolved = resolveParams(own, parameters, catalogue.readFormula);
  const params = deepFreeze(fillDefaults(entry.schema, resolved.params) as Params);
  const runs = definitionOf(node, catalogue);
  if (runs !== undefined && !Object.hasOwn(definitions, runs)) {
    return new EsteiraError('definition-unknown', { name, definition: runs }, where);
  }
  const wrong = resolved.errors.length > 0 ? resolved.errors : entry.check(params, node.id);
  // A node whose ports hang on its params has them only with params that are right.
  const { inputs, outputs } =
    wrong.length > 0 ? entry.definition : catalogue.ports(entry, params, definitions);
  const inner = runs === undefined ? [] : checkInner(definitions[runs]!, params);
  const errors = [...wrong, ...inner].map((error) => withNode(error, node.id));
  return { node, entry, params, inputs, outputs, runs, errors };
}

/** The id of the definition that a node runs, chosen or not installed as it may be. */
export function definitionOf(node: PipelineNode, catalogue: Catalogue): string | undefined {
  const param = catalogue.find(node.type)?.definitionParam;
  const id = param === undefined ? undefined : node.params[param];
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** The values that a node gives to the definition's parameters; what they lack is known only when it runs. */
function checkInner({ parameters }: Definition, params: Params): readonly EsteiraError[] {
  return giveParameters(parameters, innerParams(params)).errors;
}

/** A node that runs a definition holds the values of the definition's parameters under `params`. */
export function innerParams({ params }: Params): Params {
  return typeof params === 'object' && params !== null && !Array.isArray(params)
    ? (params as Params)
    : {};
}

const known = new WeakMap<Ports, readonly GraphPort[]>();

/** Ports as the rules of graphs look at them. Most nodes of a type share theirs, so each is made once. */
export function graphPorts({
  inputs,
  outputs,
}: Pick<PreparedNode, 'inputs' | 'outputs'>): NodePorts {
  return { inputs: listPorts(inputs), outputs: listPorts(outputs) };
}

function listPorts(ports: Ports): readonly GraphPort[] {
  const found = known.get(ports);
  if (found) return found;
  const list = Object.entries(ports).map(([name, { type, required, many, sameAs }]): GraphPort => {
    return { name, type, required: required ?? true, many: many ?? false, sameAs };
  });
  known.set(ports, list);
  return list;
}
