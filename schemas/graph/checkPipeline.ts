import { EsteiraError } from '../errors.ts';
import { paramRefs } from '../parameters.ts';
import type { Parameter, Pipeline, PipelineNode } from '../types.ts';
import { checkGraph } from './check.ts';
import { checkDefinition } from './checkDefinition.ts';
import { definitionCycle } from './definitions.ts';
import { nodeTitle, type Graph, type PortLookup } from './types.ts';

export type PipelineRules = {
  readonly ports: PortLookup;
  /** The id of the definition that a node runs, if it runs one. */
  readonly runs?: (node: PipelineNode) => string | undefined;
};

/**
 * Everything that is wrong with the shape of a whole pipeline: its graph, each definition's graph
 * and ports, references to parameters and to definitions, definitions that contain themselves.
 */
export function checkPipeline(pipeline: Pipeline, rules: PipelineRules): readonly EsteiraError[] {
  const { ports, runs = () => undefined } = rules;
  const errors = [
    ...checkGraph(pipeline, ports),
    ...checkParameters(pipeline, pipeline.parameters, ''),
    ...checkRuns(pipeline, pipeline, runs, ''),
  ];
  for (const [id, definition] of Object.entries(pipeline.definitions)) {
    const path = `/definitions/${id}`;
    errors.push(
      ...checkDefinition(definition, ports, path),
      ...checkParameters(definition, definition.parameters, path),
      ...checkRuns(definition, pipeline, runs, path),
    );
  }
  return [...errors, ...checkNesting(pipeline, runs)];
}

/** Parameters named twice, and references to parameters that there are not. */
function checkParameters(
  graph: Graph,
  parameters: readonly Parameter[],
  path: string,
): EsteiraError[] {
  const errors: EsteiraError[] = [];
  const known = new Set<string>();
  for (const [index, { name: parameter }] of parameters.entries()) {
    const where = { path: `${path}/parameters/${index}/name` };
    if (known.has(parameter))
      errors.push(new EsteiraError('parameter-repeated', { parameter }, where));
    known.add(parameter);
  }
  for (const [index, node] of graph.nodes.entries()) {
    for (const parameter of paramRefs(node.params)) {
      if (known.has(parameter)) continue;
      const where = { node: node.id, path: `${path}/nodes/${index}/params` };
      const params = { parameter, known: [...known] };
      errors.push(new EsteiraError('parameter-unknown', params, where));
    }
  }
  return errors;
}

type Runs = (node: PipelineNode) => string | undefined;

function checkRuns(
  graph: Graph,
  { definitions }: Pipeline,
  runs: Runs,
  path: string,
): EsteiraError[] {
  return graph.nodes.flatMap((node, index) => {
    const definition = runs(node);
    if (definition === undefined || Object.hasOwn(definitions, definition)) return [];
    const where = { node: node.id, path: `${path}/nodes/${index}/params` };
    const params = { name: nodeTitle(node), definition };
    return [new EsteiraError('definition-unknown', params, where)];
  });
}

function checkNesting({ definitions }: Pipeline, runs: Runs): EsteiraError[] {
  const cycle = definitionCycle(definitions, runs);
  if (cycle === undefined) return [];
  const names = cycle.map((id) => definitions[id]?.name ?? id);
  const text = [...names, ...names.slice(0, 1)].join(' → ');
  return [new EsteiraError('definition-cycle', { definitions: text }, { path: '/definitions' })];
}
