/** What nodes refer to and need wherever they are pasted: the subflows that they run, the parameters that they take. */
import { canonicalJson } from '#schemas/canonical.ts';
import { freshId } from '#schemas/graph.ts';
import { isParamRef, paramRefs } from '#schemas/parameters.ts';
import type { Definition, Parameter, PipelineNode } from '#schemas/types.ts';
import { definitionsUsed } from '../store/definitionsUsed.ts';
import type { DocumentSlice, Fields } from '../store/state.ts';
import { isDefinition, isId, isParameter, isRecord } from './clipShapes.ts';

type Definitions = Readonly<Record<string, Definition>>;
type Owner = Pick<DocumentSlice, 'definitions' | 'parameters'>;

export type Carried = {
  readonly definitions?: Definitions;
  readonly parameters?: readonly Parameter[];
};

/** Subflows with those that they run themselves; what takes its values inside a subflow has parameters there. */
export function carriedBy(
  nodes: readonly PipelineNode[],
  { definitions, parameters }: Owner,
): Carried {
  const used = definitionsUsed(nodes, definitions);
  const names = new Set(nodes.flatMap(({ params }) => paramRefs(params)));
  const taken = parameters.filter(({ name }) => names.has(name));
  return {
    ...(Object.keys(used).length === 0 ? {} : { definitions: used }),
    ...(taken.length === 0 ? {} : { parameters: taken }),
  };
}

/** Undefined where it is not what the schema allows. */
export function readCarried(value: Readonly<Record<string, unknown>>): Carried | undefined {
  const { definitions = {}, parameters = [] } = value;
  if (!isRecord(definitions) || !Array.isArray(parameters)) return undefined;
  const all = Object.entries(definitions);
  if (all.length > 1_000 || !all.every(([id, each]) => isId(id) && isDefinition(each))) {
    return undefined;
  }
  if (parameters.length > 500 || !parameters.every(isParameter)) return undefined;
  return { definitions: definitions as Definitions, parameters };
}

export type Settled = {
  readonly nodes: readonly PipelineNode[];
  /** What the document has besides its graph, before and after; undefined where it has all already. */
  readonly fields?: { readonly before: Partial<Fields>; readonly after: Partial<Fields> };
};

/**
 * Nodes as they stand in a document with what they carry: what it has just so is used, what is called alike but is
 * something else keeps its place, and what is carried gets another name.
 */
export function settled(
  document: Owner,
  nodes: readonly PipelineNode[],
  carried: Carried,
): Settled {
  const { definitions: brought = {}, parameters: values = [] } = carriedBy(nodes, {
    definitions: carried.definitions ?? {},
    parameters: carried.parameters ?? [],
  });
  const { definitions } = document;
  const ids = namesFor(Object.entries(brought), new Map(Object.entries(definitions)), same);
  const fresh = Object.entries(brought).filter(([id]) => !Object.hasOwn(definitions, ids.get(id)!));
  const withDefinitions = fresh.map(([id, each]): readonly [string, Definition] => {
    return [ids.get(id)!, { ...each, nodes: each.nodes.map((node) => running(node, ids)) }];
  });
  const own = new Map(document.parameters.map((each) => [each.name, each]));
  const names = namesFor(
    values.map((each) => [each.name, each] as const),
    own,
    (one, other) => one.type === other.type,
  );
  const added = values
    .map((each) => ({ ...each, name: names.get(each.name)! }))
    .filter(({ name }) => !own.has(name));
  const before: Partial<Fields> = {
    ...(fresh.length === 0 ? {} : { definitions }),
    ...(added.length === 0 ? {} : { parameters: document.parameters }),
  };
  const after: Partial<Fields> = {
    ...(fresh.length === 0
      ? {}
      : { definitions: { ...definitions, ...Object.fromEntries(withDefinitions) } }),
    ...(added.length === 0 ? {} : { parameters: [...document.parameters, ...added] }),
  };
  const isSame = fresh.length + added.length === 0;
  return {
    nodes: nodes.map((node) => taking(running(node, ids), names)),
    ...(isSame ? {} : { fields: { before, after } }),
  };
}

/** Its own where it is free or means the same, else a fresh one. */
function namesFor<T>(
  brought: readonly (readonly [string, T])[],
  there: ReadonlyMap<string, T>,
  isAlike: (one: T, other: T) => boolean,
): ReadonlyMap<string, string> {
  const taken = new Set([...there.keys(), ...brought.map(([name]) => name)]);
  const names = new Map<string, string>();
  for (const [name, each] of brought) {
    const other = there.get(name);
    const kept = other === undefined || isAlike(each, other) ? name : freshId(name, taken);
    taken.add(kept);
    names.set(name, kept);
  }
  return names;
}

const same = (one: Definition, other: Definition): boolean =>
  canonicalJson(one) === canonicalJson(other);

function runs({ params }: PipelineNode): string | undefined {
  const { definition } = params;
  return typeof definition === 'string' && definition !== '' ? definition : undefined;
}

function running(node: PipelineNode, ids: ReadonlyMap<string, string>): PipelineNode {
  const id = ids.get(runs(node) ?? '');
  if (id === undefined || id === node.params['definition']) return node;
  return { ...node, params: { ...node.params, definition: id } };
}

function taking(node: PipelineNode, names: ReadonlyMap<string, string>): PipelineNode {
  if ([...names].every(([name, other]) => name === other)) return node;
  const put = (value: unknown): unknown => {
    if (isParamRef(value)) return { $param: names.get(value.$param) ?? value.$param };
    if (Array.isArray(value)) return value.map(put);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, put(inner)]));
  };
  return { ...node, params: put(node.params) as PipelineNode['params'] };
}
