/** Where a document runs its definitions once, as if their nodes stood there themselves. */
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import type { Catalogue } from './catalogue.ts';
import { definitionOf } from './planNodes.ts';

type Document = Pick<Pipeline, 'nodes' | 'definitions'>;

/** More than people look at; definitions in definitions can be beyond counting. */
const MOST = 200;

/** By the path of the node that runs it, the definition's id; the nearest to the top first. */
export function usesOf(
  { nodes, definitions }: Document,
  catalogue: Catalogue,
): ReadonlyMap<string, string> {
  const uses = new Map<string, string>();
  const look = (scope: string, inside: readonly PipelineNode[]): void => {
    for (const node of inside) {
      const definition = catalogue.find(node.type)?.definition;
      if (!definition || !('inlines' in definition) || !definition.inlines) continue;
      const id = definitionOf(node, catalogue);
      if (id === undefined || !Object.hasOwn(definitions, id) || uses.size >= MOST) continue;
      uses.set(`${scope}${node.id}`, id);
    }
  };
  look('', nodes);
  // A Map can grow while it is iterated, so it is the queue as well.
  for (const [path, id] of uses) look(`${path}/`, definitions[id]!.nodes);
  return uses;
}

export interface NodePlace {
  readonly node: PipelineNode;
  /** The definition that it stands in. */
  readonly definition?: string;
}

/** The node of a step: of the document, or in a definition that is run once there. */
export function nodeOfStep(
  document: Document,
  uses: ReadonlyMap<string, string>,
  step: string,
): NodePlace | undefined {
  const end = step.lastIndexOf('/');
  const definition = end === -1 ? undefined : uses.get(step.slice(0, end));
  if (end !== -1 && definition === undefined) return undefined;
  const nodes = definition === undefined ? document.nodes : document.definitions[definition]!.nodes;
  const node = nodes.find(({ id }) => id === step.slice(end + 1));
  return node && { node, ...(definition === undefined ? {} : { definition }) };
}
