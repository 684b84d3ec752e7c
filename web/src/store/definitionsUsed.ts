import type { Definition, PipelineNode } from '#schemas/types.ts';

type Definitions = Readonly<Record<string, Definition>>;

/** The subflows that nodes run, with those that these run themselves. */
export function definitionsUsed(
  nodes: readonly PipelineNode[],
  definitions: Definitions,
): Definitions {
  const used = new Map<string, Definition>();
  const left = [...nodes];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    const id = node.params['definition'];
    if (typeof id !== 'string' || used.has(id) || !Object.hasOwn(definitions, id)) continue;
    used.set(id, definitions[id]!);
    left.push(...definitions[id]!.nodes);
  }
  return Object.fromEntries(used);
}
