/** What is wrong with a document's graphs, as far as a run is concerned with it. */
import { EsteiraError } from '#schemas/errors.ts';
import { checkPipeline, type NodePorts } from '#schemas/graph.ts';
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import type { Catalogue, Definitions } from './catalogue.ts';
import { definitionOf, graphPorts, prepareNode } from './planNodes.ts';

export function checkDocument(
  document: Pipeline,
  catalogue: Catalogue,
  selected: ReadonlySet<string> | undefined,
): readonly EsteiraError[] {
  const { definitions } = document;
  const known = new Map<PipelineNode, NodePorts | EsteiraError>();
  const ports = (node: PipelineNode): NodePorts | EsteiraError => {
    const found = known.get(node);
    if (found) return found;
    const prepared = prepareNode(node, { catalogue, definitions });
    const made = prepared instanceof EsteiraError ? prepared : graphPorts(prepared);
    known.set(node, made);
    return made;
  };
  const runs = (node: PipelineNode) => definitionOf(node, catalogue);
  const errors = checkPipeline(document, { ports, runs });
  if (errors.length === 0) return errors;
  const top = document.nodes.filter((node) => !selected || selected.has(node.id));
  const used = usedDefinitions(top, definitions, runs);
  return errors.filter((error) => concerns(error, selected, used));
}

function usedDefinitions(
  nodes: readonly PipelineNode[],
  definitions: Definitions,
  runs: (node: PipelineNode) => string | undefined,
): ReadonlySet<string> {
  const used = new Set<string>();
  const left = [...nodes];
  for (let node = left.pop(); node; node = left.pop()) {
    const id = runs(node);
    if (id === undefined || used.has(id) || !Object.hasOwn(definitions, id)) continue;
    used.add(id);
    left.push(...definitions[id]!.nodes);
  }
  return used;
}

/** Ids of nodes inside definitions may equal ids at the top, so the path decides where an error belongs. */
function concerns(
  error: EsteiraError,
  selected: ReadonlySet<string> | undefined,
  used: ReadonlySet<string>,
): boolean {
  const [, part, definition] = (error.path ?? '').split('/');
  if (part === 'definitions')
    return definition === undefined ? used.size > 0 : used.has(definition);
  return !selected || error.node === undefined || selected.has(error.node);
}
