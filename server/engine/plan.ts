/**
 * From a document to ordered steps, or to everything that is wrong with it. Nothing is read and nothing runs; the
 * document has been validated against its schema, and brought to the current versions, before.
 */
import { canonicalJson } from '#schemas/canonical.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { afresh, downstream, topologicalOrder, wanted } from '#schemas/graph.ts';
import type { Json, Pipeline } from '#schemas/types.ts';
import type { Catalogue } from './catalogue.ts';
import { checkDocument } from './checkDocument.ts';
import { traitsOf } from './definitions.ts';
import { giveParameters } from './parameters.ts';
import { prepareNode, type PreparedNode } from './planNodes.ts';
import { planSteps } from './planSteps.ts';
import type { Graph, GraphSetting, Pins, Planned, Selection } from './planned.ts';

export interface PlanOptions extends Selection {
  /** Values of the pipeline's parameters. */
  readonly params?: { readonly [name: string]: Json };
  /** Instead of the document's. */
  readonly seed?: number;
  /** These nodes, and what comes after them, are computed again though their results are kept. */
  readonly fresh?: readonly string[];
  /** The kept results of pinned nodes (`keptPins`). Without it no node counts as pinned. */
  readonly pins?: Pins;
}

export type PlanResult =
  | { readonly planned: Planned; readonly errors?: undefined }
  | { readonly planned?: undefined; readonly errors: readonly EsteiraError[] };

/** Nodes that are not selected may be anything: unfinished, wired wrongly, of types that are not installed. */
export function plan(
  document: Pipeline,
  catalogue: Catalogue,
  options: PlanOptions = {},
): PlanResult {
  const { seed = document.seed, params = {}, fresh = [], pins, ...selection } = options;
  const { definitions } = document;
  const traits = traitsOf(definitions, catalogue, pins?.inner);
  const pinned = new Set(pins?.top.keys());
  const selected = select(document, selection, pinned);
  const wrong = checkDocument(document, catalogue, selected);
  const setting = { catalogue, definitions, traits, scope: '', seed, params };
  const result = planGraph(document, {
    ...setting,
    ...(selected ? { selected } : {}),
    ...(fresh.length > 0 ? { fresh: afresh(document, fresh, pinned) } : {}),
    ...(pins ? { pins: pins.top, innerPins: pins.inner } : {}),
  });
  const asked = [...(selection.target ?? []), ...fresh];
  const errors = [...unknownNodes(document, asked), ...wrong, ...(result.errors ?? [])];
  return errors.length > 0 ? { errors: eachOnce(errors) } : result;
}

/** The rules of graphs and the look at each node say some things both. */
function eachOnce(errors: readonly EsteiraError[]): readonly EsteiraError[] {
  const said = new Map<string, EsteiraError>();
  for (const error of errors) {
    const key = canonicalJson([error.code, error.node ?? null, error.params]);
    if (!said.has(key)) said.set(key, error);
  }
  return [...said.values()];
}

/** Plans a graph whose wiring is right: a pipeline's, or that of a definition in a child run. */
export function planGraph(graph: Graph, setting: GraphSetting): PlanResult {
  const { catalogue, definitions, params, scope, selected } = setting;
  const parameters = giveParameters(graph.parameters, params);
  const errors = [...parameters.errors];
  const prepared = new Map<string, PreparedNode>();
  const unselected: string[] = [];
  for (const node of graph.nodes) {
    if (selected && !selected.has(node.id)) {
      unselected.push(scope === '' ? node.id : `${scope}/${node.id}`);
      continue;
    }
    const found = prepareNode(node, { catalogue, definitions, parameters });
    // Why a node cannot be prepared at all is said by the check of the whole document.
    if (found instanceof EsteiraError) continue;
    errors.push(...found.errors);
    prepared.set(node.id, found);
  }
  if (errors.length > 0) return { errors };
  const order = topologicalOrder(graph).order.filter((id) => prepared.has(id));
  const steps = planSteps(graph, order, prepared, setting);
  return { planned: { steps, unselected, outputs: outputsOf(graph, order), setting } };
}

function select(
  graph: Graph,
  { target, onwards = false }: Selection,
  pinned: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const targets = target && onwards ? [...downstream(graph, target)] : target;
  return wanted(graph, { targets, pinned });
}

function unknownNodes(graph: Graph, asked: readonly string[]): EsteiraError[] {
  const ids = new Set(graph.nodes.map((node) => node.id));
  return asked.filter((id) => !ids.has(id)).map((id) => new EsteiraError('node-unknown', { id }));
}

function outputsOf(graph: Graph, order: readonly string[]): Planned['outputs'] {
  const places = new Map(order.map((id, at) => [id, at]));
  return (graph.outputs ?? []).flatMap(({ name, from }) => {
    const step = places.get(from.node);
    return step === undefined ? [] : [{ name, wire: { step, port: from.port } }];
  });
}
