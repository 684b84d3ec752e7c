/** Which results on the canvas are of an older graph: exactly what an edit leads to. */
import { canonicalJson } from '#schemas/canonical.ts';
import { afresh } from '#schemas/graph.ts';
import { paramRefs } from '#schemas/parameters.ts';
import type { PipelineNode } from '#schemas/types.ts';
import { definitionsUsed } from './definitionsUsed.ts';
import type { DocumentSlice } from './state.ts';

/** What a node ran with besides its own settings and wires. */
type RanWith = Pick<DocumentSlice, 'parameters' | 'definitions' | 'seed'> & {
  /** Values that the run was given for parameters of the pipeline, which are their defaults in `parameters`. */
  readonly given?: GivenValues;
};

export type GivenValues = Readonly<Record<string, unknown>>;

/** The graph that ran. */
export type RanGraph = Pick<DocumentSlice, 'nodesById' | 'edgesById'> &
  RanWith & {
    /** Of the nodes that a run of some nodes left as they were. */
    readonly earlier?: ReadonlyMap<string, RanWith>;
    /** Those of them whose result came before another of what leads to them. */
    readonly overtaken?: ReadonlySet<string>;
  };

/** A graph as a run with these values takes it: what it gives is fresh where the defaults are, or become, the same. */
export function asGiven(graph: DocumentSlice, given: GivenValues): DocumentSlice & RanWith {
  if (Object.keys(given).length === 0) return graph;
  const parameters = graph.parameters.map((each) =>
    Object.hasOwn(given, each.name) ? { ...each, default: given[each.name] } : each,
  );
  return { ...graph, parameters, given };
}

/** The values that were given to the run of which a node has its result. */
export const givenTo = (ran: RanGraph | null, node: string): GivenValues =>
  (ran === null ? undefined : ranWith(ran, node).given) ?? noValues;

const noValues: GivenValues = {};

const ranWith = (ran: RanGraph, node: string): RanWith => ran.earlier?.get(node) ?? ran;

/**
 * The nodes that would give another result than they did, and those after them: their settings, their wires, or what
 * those settings refer to have changed since the graph ran. `isRandom` says whose result hangs on the seed.
 * What is pinned gives what it gave, whatever changes in it or before it.
 */
export function staleNodes(
  ran: RanGraph,
  now: RanGraph,
  isRandom: (node: PipelineNode) => boolean,
  pinned: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [id, node] of now.nodesById) {
    const before = ran.nodesById.get(id);
    if (pinned.has(id)) {
      if (isPinnedAnew(before, node)) changed.add(id);
    } else if (before === undefined || !isSame(before, node)) changed.add(id);
    else if (ran.overtaken?.has(id) === true) changed.add(id);
    else if (ranWith(ran, id).seed !== now.seed && isRandom(node)) changed.add(id);
    else if (refersToChanged(node, ranWith(ran, id), now)) changed.add(id);
  }
  for (const id of rewired(ran, now)) {
    if (now.nodesById.has(id) && !pinned.has(id)) changed.add(id);
  }
  if (changed.size === 0) return changed;
  const graph = { nodes: [...now.nodesById.values()], edges: [...now.edgesById.values()] };
  return afresh(graph, changed, pinned);
}

/** It is pinned to another result than it had when it ran; pinned since, it is pinned to what it gave. */
function isPinnedAnew(before: PipelineNode | undefined, { pinned }: PipelineNode): boolean {
  return before === undefined || (before.pinned !== undefined && before.pinned !== pinned);
}

/** Where a node stands and what it is called makes no difference. */
function isSame(before: PipelineNode, after: PipelineNode): boolean {
  if (before.type !== after.type || before.version !== after.version) return false;
  // What it gave while it was pinned says nothing of what it gives now.
  if (before.pinned !== undefined) return false;
  return before.params === after.params || same(before.params, after.params);
}

const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

/** Only what it refers to itself counts, not what others do. */
function refersToChanged(node: PipelineNode, ran: RanWith, now: RanWith): boolean {
  if (ran.parameters !== now.parameters) {
    const valueOf = ({ parameters }: RanWith, name: string): unknown =>
      parameters.find((each) => each.name === name)?.default ?? null;
    const names = paramRefs(node.params);
    if (names.some((name) => !same(valueOf(ran, name), valueOf(now, name)))) return true;
  }
  if (ran.definitions === now.definitions || node.params['definition'] === undefined) return false;
  return !same(definitionsUsed([node], ran.definitions), definitionsUsed([node], now.definitions));
}

/** The nodes at which a wire came or went. */
function rewired(ran: RanGraph, now: RanGraph): ReadonlySet<string> {
  const nodes = new Set<string>();
  if (ran.edgesById === now.edgesById) return nodes;
  for (const [id, { to }] of ran.edgesById) if (!now.edgesById.has(id)) nodes.add(to.node);
  for (const [id, { to }] of now.edgesById) if (!ran.edgesById.has(id)) nodes.add(to.node);
  return nodes;
}

type Part = {
  readonly ids: ReadonlySet<string>;
  /** What gives another result in this run than it gave (`staleNodes`). */
  readonly changed: ReadonlySet<string>;
  readonly pinned?: ReadonlySet<string>;
};

/** What ran, after a run of some nodes only: those as they are now, the others as they were. */
export function ranPartly(
  before: RanGraph | null,
  now: RanGraph,
  { ids, changed, pinned = new Set() }: Part,
): RanGraph {
  if (before === null) return now;
  const nodes = [...before.nodesById].filter(([id]) => !ids.has(id));
  const edges = [...before.edgesById].filter(([, { to }]) => !ids.has(to.node));
  // One object for all nodes of one run.
  const { parameters, definitions, seed, given = noValues } = before;
  const last = { parameters, definitions, seed, given };
  const graph = { nodes: [...now.nodesById.values()], edges: [...now.edgesById.values()] };
  const renewed = afresh(graph, new Set([...changed].filter((id) => ids.has(id))), pinned);
  const left = [...(before.overtaken ?? []), ...renewed].filter((id) => !ids.has(id));
  return {
    ...now,
    nodesById: new Map([...nodes, ...[...now.nodesById].filter(([id]) => ids.has(id))]),
    edgesById: new Map([...edges, ...[...now.edgesById].filter(([, { to }]) => ids.has(to.node))]),
    earlier: new Map(nodes.map(([id]) => [id, before.earlier?.get(id) ?? last])),
    overtaken: new Set(left),
  };
}
