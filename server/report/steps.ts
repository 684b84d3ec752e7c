/** The steps of a run as its report tells them: in order, each with its name and what it does in words. */
import { documentAsGiven } from '#schemas/document/given.ts';
import { topologicalOrder } from '#schemas/graph.ts';
import type {
  Locale,
  NodeResult,
  NodeType,
  OutputSummary,
  Pipeline,
  PipelineNode,
  RunEvent,
} from '#schemas/types.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import { print } from '#nodes/sdk/expressions/text/print.ts';
import { lineText } from '../../web/src/canvas/lineText.ts';
import type { Curve } from '../../web/src/results/charts/loss.ts';
import type { RunFacts } from './facts.ts';

export interface Step {
  readonly id: string;
  /** As the picture and the list name it: 3, and 3.1 for the first step of its subflow. */
  readonly number: string;
  readonly node: PipelineNode;
  readonly type: NodeType | undefined;
  /** The label that a person gave it, else what its type is called. */
  readonly name: string;
  /** What its type is called, where the name does not say so. */
  readonly kind: string | undefined;
  readonly line: string;
  readonly result: NodeResult | undefined;
  /** By epoch, where it was trained: in this run or, of a result that was used again, in an earlier one. */
  readonly curve: Curve;
  readonly models: readonly OutputSummary[];
}

export interface Graph {
  readonly document: Pipeline;
  /** Those at the top level, in the order in which they can run. */
  readonly steps: readonly Step[];
  /** The same, each followed by the steps within it. */
  readonly all: readonly Step[];
}

export function graphOf(facts: RunFacts, locale: Locale): Graph {
  const document = documentAsGiven(facts.document, facts.run.params);
  const types = new Map(facts.types.flatMap((type) => namesOf(type).map((name) => [name, type])));
  const told = tellings(facts.events);
  const given = { parameters: facts.document.parameters, values: facts.run.params };
  const make = (id: string, number: string, node: PipelineNode): Step => {
    const type = types.get(node.type);
    const title = type?.title[locale] ?? node.type;
    const name = node.label === undefined || node.label === '' ? title : node.label;
    const { curve = [], outputs = {} } = told.get(id) ?? {};
    return {
      id,
      number,
      node,
      type,
      name,
      kind: name === title ? undefined : title,
      line: type === undefined ? '' : lineText(type, node, { locale, print: printed, given }),
      result: facts.result.nodes[id],
      curve,
      models: Object.values(outputs).filter((output) => output.type === 'model'),
    };
  };
  const { order } = topologicalOrder(document);
  const byId = new Map(document.nodes.map((node) => [node.id, node]));
  const ordered = [...new Set([...order, ...byId.keys()])];
  const steps = ordered.map((id, at) => make(id, String(at + 1), byId.get(id)!));
  const inner = innerSteps(facts, document);
  const all = steps.flatMap((step) => [
    step,
    ...(inner.get(step.id) ?? []).map(({ id, node }, at) =>
      make(id, `${step.number}.${at + 1}`, node),
    ),
  ]);
  return { document, steps, all };
}

const namesOf = ({ type, formerly }: NodeType): readonly string[] => [...formerly, type];

function printed(tree: object, locale: Locale): string {
  try {
    return print(tree as Expr, locale);
  } catch {
    // A document may hold anything in place of a tree.
    return '…';
  }
}

interface Inner {
  readonly id: string;
  readonly node: PipelineNode;
}

/** A for-each may run the same steps for a thousand groups: a reader sees the first ones. */
const MOST_INNER = 60;

/** What ran inside subflows, by the step at the top that ran it. */
function innerSteps(
  { result }: RunFacts,
  document: Pipeline,
): ReadonlyMap<string, readonly Inner[]> {
  const within = new Map<string, Inner[]>();
  for (const id of Object.keys(result.nodes)) {
    const [top, ...path] = id.split('/');
    if (path.length === 0) continue;
    const list = within.get(top!) ?? [];
    if (list.length < MOST_INNER) list.push({ id, node: innerNode(id, document) });
    within.set(top!, list);
  }
  return within;
}

/** The node of a step's id, by the definitions that its path goes through; what names no node, such as a group, is said. */
function innerNode(id: string, { nodes, definitions }: Pipeline): PipelineNode {
  let level = nodes;
  let found: PipelineNode | undefined;
  const place: string[] = [];
  const [, ...path] = id.split('/');
  for (const [at, name] of id.split('/').entries()) {
    const node = level.find((each) => each.id === name);
    if (node === undefined) place.push(name);
    found = node ?? found;
    if (node === undefined) continue;
    if (at > 0 && at < path.length) place.push(node.label ?? name);
    level = Object.values(node.params).flatMap((value) =>
      typeof value === 'string' && Object.hasOwn(definitions, value)
        ? definitions[value]!.nodes
        : [],
    );
  }
  const last = path.at(-1)!;
  if (found === undefined || found.id !== last) {
    return { id: last, type: last, version: 1, params: {}, position: { x: 0, y: 0 } };
  }
  return place.length === 0
    ? found
    : { ...found, label: [...place, found.label ?? last].join(' / ') };
}

interface Telling {
  readonly curve?: Curve;
  readonly outputs?: Readonly<Record<string, OutputSummary>>;
}

function tellings(events: readonly RunEvent[]): ReadonlyMap<string, Telling> {
  const told = new Map<string, Telling>();
  for (const event of events) {
    switch (event.type) {
      case 'node-started':
        told.delete(event.step);
        break;
      case 'node-progress': {
        const { step, done, values } = event;
        if (values === undefined) break;
        const before = told.get(step)?.curve ?? [];
        told.set(step, { curve: [...before, { done, ...values }] });
        break;
      }
      case 'node-finished':
      case 'node-cached': {
        const { step, outputs = {}, curve } = event;
        // Progress is told thinned out, and of a result that is used again not at all; the kept curve is whole.
        told.set(step, { ...told.get(step), outputs, ...(curve === undefined ? {} : { curve }) });
        break;
      }
      default:
    }
  }
  return told;
}
