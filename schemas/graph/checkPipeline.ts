import { EsteiraError } from '../errors.ts';
import { paramRefs } from '../parameters.ts';
import type { Definition, Parameter, Pipeline, PipelineNode } from '../types.ts';
import { checkGraph } from './check.ts';
import { definitionCycle } from './definitions.ts';
import { prepare, portOf, type Prepared } from './prepare.ts';
import { nodeName, portKey, typesFit, type Graph, type PortLookup } from './types.ts';

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
    ...checkReferences(pipeline, pipeline.parameters, ''),
    ...checkRuns(pipeline, '', pipeline, runs),
  ];
  for (const [id, definition] of Object.entries(pipeline.definitions)) {
    const path = `/definitions/${id}`;
    const arriving = definition.inputs.flatMap(({ type, to }) =>
      to.map((ref) => ({ to: ref, type })),
    );
    errors.push(
      ...checkGraph(definition, ports, { path, arriving }),
      ...checkReferences(definition, definition.parameters, path),
      ...checkRuns(definition, path, pipeline, runs),
      ...checkDefinitionPorts(definition, prepare(definition, ports), path),
    );
  }
  const cycle = definitionCycle(pipeline.definitions, runs);
  if (cycle !== undefined) {
    const names = cycle.map((id) => pipeline.definitions[id]?.name ?? id);
    const definitions = [...names, ...names.slice(0, 1)].join(' → ');
    errors.push(new EsteiraError('definition-cycle', { definitions }, { path: '/definitions' }));
  }
  return errors;
}

/** Parameters named twice, and references to parameters that there are not. */
function* checkReferences(
  graph: Graph,
  parameters: readonly Parameter[],
  path: string,
): Iterable<EsteiraError> {
  const known = new Set<string>();
  for (const [index, { name }] of parameters.entries()) {
    const where = { path: `${path}/parameters/${index}` };
    if (known.has(name)) yield new EsteiraError('parameter-repeated', { parameter: name }, where);
    known.add(name);
  }
  for (const [index, node] of graph.nodes.entries()) {
    for (const parameter of paramRefs(node.params)) {
      if (known.has(parameter)) continue;
      const where = { node: node.id, path: `${path}/nodes/${index}/params` };
      yield new EsteiraError('parameter-unknown', { parameter, known: [...known] }, where);
    }
  }
}

function* checkRuns(
  graph: Graph,
  path: string,
  pipeline: Pipeline,
  runs: (node: PipelineNode) => string | undefined,
): Iterable<EsteiraError> {
  for (const [index, node] of graph.nodes.entries()) {
    const definition = runs(node);
    if (definition === undefined || Object.hasOwn(pipeline.definitions, definition)) continue;
    const where = { node: node.id, path: `${path}/nodes/${index}/params` };
    yield new EsteiraError('definition-unknown', { name: nodeName(node), definition }, where);
  }
}

function* checkDefinitionPorts(
  definition: Definition,
  prepared: Prepared,
  path: string,
): Iterable<EsteiraError> {
  const { name } = definition;
  const fed = new Set<string>();
  for (const [side, ports] of [
    ['inputs', definition.inputs],
    ['outputs', definition.outputs],
  ] as const) {
    const seen = new Set<string>();
    for (const [index, port] of ports.entries()) {
      const where = { path: `${path}/${side}/${index}` };
      if (seen.has(port.name)) {
        const word = side === 'inputs' ? 'input' : 'output';
        yield new EsteiraError(
          'definition-port-repeated',
          { definition: name, side: word, port: port.name },
          where,
        );
      }
      seen.add(port.name);
      const ends = 'to' in port ? port.to : [port.from];
      for (const end of ends) {
        if (!prepared.nodes.has(end.node)) {
          const params = { definition: name, port: port.name, id: end.node };
          yield new EsteiraError('definition-port-loose', params, where);
          continue;
        }
        yield* checkEnd(prepared, side, port, end, where);
        const key = portKey(end);
        if (side === 'inputs' && fed.has(key) && portOf(prepared, side, end)?.many !== true) {
          const node = prepared.nodes.get(end.node) ?? { id: end.node };
          yield new EsteiraError(
            'input-wired-twice',
            { name: nodeName(node), port: end.port },
            where,
          );
        }
        fed.add(key);
      }
    }
  }
}

function* checkEnd(
  prepared: Prepared,
  side: 'inputs' | 'outputs',
  port: Pick<Definition['inputs'][number], 'name' | 'type'>,
  end: { readonly node: string; readonly port: string },
  where: { readonly path: string },
): Iterable<EsteiraError> {
  const ports = prepared.ports.get(end.node);
  if (ports === undefined || ports instanceof EsteiraError) return;
  const inner = `${nodeName(prepared.nodes.get(end.node) ?? { id: end.node })} › ${end.port}`;
  if (!ports[side].has(end.port)) {
    const known = [...ports[side].keys()];
    const name = nodeName(prepared.nodes.get(end.node) ?? { id: end.node });
    const word = side === 'inputs' ? 'input' : 'output';
    yield new EsteiraError('edge-port-unknown', { name, side: word, port: end.port, known }, where);
    return;
  }
  const types = side === 'inputs' ? prepared.inputTypes : prepared.outputTypes;
  const type = types.get(portKey(end)) ?? 'any';
  const [found, expected] = side === 'inputs' ? [port.type, type] : [type, port.type];
  if (typesFit(found, expected)) return;
  const [from, to] = side === 'inputs' ? [port.name, inner] : [inner, port.name];
  yield new EsteiraError('port-types-differ', { from, to, found, expected }, where);
}
