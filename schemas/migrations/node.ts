import { EsteiraError } from '../errors.ts';
import { nodeTitle } from '../graph/types.ts';
import type { Json, PipelineNode } from '../types.ts';
import { stepName, type NodeStep, type NodeVersions } from './nodeChain.ts';

/** A node as its type's current version has it, and the ports that changed their names. */
export type MigratedNode = {
  readonly node: PipelineNode;
  /** By old name, for the wires. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly outputs: ReadonlyMap<string, string>;
};

/**
 * The node brought to the type's version, or why it cannot be; it stays untouched then, as a
 * placeholder. `versions.type` may differ from the node's where the type was renamed.
 */
export function migrateNode(
  node: PipelineNode,
  versions: NodeVersions,
): MigratedNode | EsteiraError {
  const { type, version, migrations = {} } = versions;
  const named = { name: nodeTitle(node), type: node.type };
  const where = { node: node.id };
  if (node.version > version) {
    const params = { ...named, version: node.version, supported: version };
    return new EsteiraError('node-version-newer', params, where);
  }
  let params = node.params as Record<string, Json>;
  let inputs: ReadonlyMap<string, string> = new Map();
  let outputs: ReadonlyMap<string, string> = new Map();
  for (let from = node.version; from < version; from += 1) {
    const step = Object.hasOwn(migrations, from) ? migrations[from] : undefined;
    if (step === undefined) {
      return new EsteiraError('node-version-unknown', { ...named, version: from }, where);
    }
    try {
      // A step gets a copy: whatever it does to it, the document stays as it is.
      params = paramsStep(step)(structuredClone(params));
    } catch (cause) {
      const failed = { ...named, step: stepName(step, from) };
      return new EsteiraError('node-migration-failed', failed, { ...where, cause });
    }
    if (typeof step === 'function') continue;
    inputs = renamed(inputs, step.inputs);
    outputs = renamed(outputs, step.outputs);
  }
  const same = node.type === type && node.version === version;
  return { node: same ? node : { ...node, type, version, params }, inputs, outputs };
}

function paramsStep(step: NodeStep): (params: Record<string, Json>) => Record<string, Json> {
  return (typeof step === 'function' ? step : step.params) ?? ((params) => params);
}

/** The names after a further step; a port keeps its first name as the key. */
function renamed(
  before: ReadonlyMap<string, string>,
  step: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> {
  const names = new Map(Object.entries(step));
  const after = new Map([...before].map(([old, name]) => [old, names.get(name) ?? name]));
  const taken = new Set(before.values());
  for (const [old, name] of names) {
    if (!taken.has(old) && !after.has(old)) after.set(old, name);
  }
  return after;
}
