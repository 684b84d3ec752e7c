import { EsteiraError } from '#schemas/errors.ts';
import { edgeId, nodeName } from '#schemas/graph.ts';
import { isParamRef } from '#schemas/parameters.ts';
import type { Edge, NodeType, PipelineNode, PortSpec } from '#schemas/types.ts';
import { difference } from '../change.ts';
import { portsOf } from '../ports.ts';
import type { CatalogueSlice, DocumentSlice } from '../state.ts';
import type { Command } from './command.ts';
import { retyped } from './nodes.ts';
import { judge } from './wires.ts';

export type LostWire = { readonly edge: Edge; readonly reason: EsteiraError | undefined };

export type Replacement = {
  readonly command: Command;
  /** The wires that found no port at the new node, each with the reason. */
  readonly lost: readonly LostWire[];
};

type Catalogue = Pick<CatalogueSlice, 'types'>;

/**
 * A node of another type in a node's place, under its id, so that nothing else needs to know. Its place, its label and
 * what is noted on it stay; of its params those that the new type has too, of one kind; of its wires those that fit,
 * at the port of the same name first. Undefined for a node that is not there or is of that type already.
 */
export function replaceNode(
  document: DocumentSlice,
  catalogue: Catalogue,
  id: string,
  type: NodeType,
): Replacement | undefined {
  const old = document.nodesById.get(id);
  if (old === undefined || old.type === type.type) return undefined;
  const params = keptParams(old, catalogue.types.get(old.type), type);
  const node = retyped(old, type, params);
  const nodesById = new Map(document.nodesById).set(id, node);
  const bare = [...document.edgesById].filter(([, edge]) => !touches(edge, id));
  const { wires, lost } = rewired({ ...document, nodesById, edgesById: new Map(bare) }, catalogue, {
    node,
    own: [...document.edgesById].filter(([, edge]) => touches(edge, id)),
  });
  const edges = [...document.edgesById].flatMap(([key, edge]) => {
    const next = touches(edge, id) ? wires.get(key) : edge;
    return next === undefined ? [] : [[edgeId(next), next] as const];
  });
  const after = { ...document, nodesById, edgesById: new Map(edges) };
  const command: Command = {
    name: 'replace-node',
    about: { node: nodeName(old) },
    change: difference(document, after),
    select: [id],
  };
  return { command, lost };
}

const touches = ({ from, to }: Edge, id: string): boolean => from.node === id || to.node === id;

type Own = {
  readonly node: PipelineNode;
  readonly own: readonly (readonly [id: string, edge: Edge])[];
};

/** What becomes of each wire, by its old id: one after the other, so that an input for one takes the first. */
function rewired(
  bare: DocumentSlice,
  catalogue: Catalogue,
  { node, own }: Own,
): { readonly wires: ReadonlyMap<string, Edge>; readonly lost: readonly LostWire[] } {
  const wires = new Map<string, Edge>();
  const lost: LostWire[] = [];
  const ports = portsOf(catalogue, bare, node);
  if (ports instanceof EsteiraError) {
    return { wires, lost: own.map(([, edge]) => ({ edge, reason: ports })) };
  }
  let next = bare;
  for (const [id, edge] of own) {
    const mayJoin = judge(next, catalogue);
    const isInto = edge.to.node === node.id;
    const offered = candidates(edge, isInto, isInto ? ports.inputs : ports.outputs, next);
    const found = offered.find(({ from, to }) => mayJoin(from, to).ok);
    if (found === undefined) {
      const verdict = mayJoin(...ends(offered[0] ?? edge));
      lost.push({ edge, reason: verdict.ok ? undefined : verdict.reason });
      continue;
    }
    wires.set(id, found);
    next = { ...next, edgesById: new Map(next.edgesById).set(edgeId(found), found) };
  }
  return { wires, lost };
}

const ends = ({ from, to }: Edge): readonly [Edge['from'], Edge['to']] => [from, to];

/** The wire at each port that is free for it, that of the same name first. */
function candidates(
  edge: Edge,
  isInto: boolean,
  ports: readonly PortSpec[],
  { edgesById }: Pick<DocumentSlice, 'edgesById'>,
): readonly Edge[] {
  const end = isInto ? edge.to : edge.from;
  const taken = new Set(
    [...edgesById.values()].flatMap(({ to }) => (to.node === end.node ? [to.port] : [])),
  );
  return ports
    .filter(({ name, many }) => !isInto || many || !taken.has(name))
    .toSorted((a, b) => Number(b.name === end.port) - Number(a.name === end.port))
    .map(({ name }) => {
      if (name === end.port) return edge;
      const other = { node: end.node, port: name };
      return isInto ? { ...edge, to: other } : { ...edge, from: other };
    });
}

type ParamSchema = {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: ParamSchema;
  readonly ui?: { readonly widget?: string };
};

function keptParams(
  { params }: PipelineNode,
  before: NodeType | undefined,
  after: NodeType,
): PipelineNode['params'] {
  const [old, next] = [schemasOf(before), schemasOf(after)];
  return Object.fromEntries(
    Object.entries(params).filter(([name, value]) => {
      const one = Object.hasOwn(old, name) ? old[name] : undefined;
      const other = Object.hasOwn(next, name) ? next[name] : undefined;
      return one !== undefined && other !== undefined && isOfKind(one, other) && may(other, value);
    }),
  );
}

const schemasOf = (type: NodeType | undefined): Readonly<Record<string, ParamSchema>> =>
  (type?.params['properties'] ?? {}) as Readonly<Record<string, ParamSchema>>;

const isOfKind = (one: ParamSchema, other: ParamSchema): boolean =>
  JSON.stringify([one.type, one.ui?.widget]) === JSON.stringify([other.type, other.ui?.widget]);

/** Whether a value is among those that the new type names, and within its limits; the rest is the server's to say. */
function may({ enum: values, minimum, maximum, items }: ParamSchema, value: unknown): boolean {
  if (isParamRef(value)) return true;
  if (values !== undefined && !values.includes(value)) return false;
  if (typeof value === 'number') return value >= (minimum ?? value) && value <= (maximum ?? value);
  if (Array.isArray(value)) return items === undefined || value.every((each) => may(items, each));
  return true;
}
