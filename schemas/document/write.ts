// The text of a saved pipeline, made for diffs: keys in a fixed order, one wire per line, one
// param per line. Params keep the order that they have, so that those of unknown types do not move.
import type { Pipeline } from '../types.ts';

/**
 * How a value is laid out. `line`: on one line. `open`: one member per line. `fit`: on one line
 * where it is short.
 */
type Layout = {
  readonly mode: 'line' | 'open' | 'fit';
  /** The order of the keys; others follow as they come. */
  readonly keys?: readonly string[];
  /** Members that are laid out otherwise than `each`. */
  readonly members?: Readonly<Record<string, Layout>>;
  readonly each?: Layout;
};

const width = 80;
const fit: Layout = { mode: 'fit' };

const port: Layout = { mode: 'line', keys: ['node', 'port'] };
const edges: Layout = {
  mode: 'open',
  each: { mode: 'line', keys: ['from', 'to'], members: { from: port, to: port } },
};
const nodes: Layout = {
  mode: 'open',
  each: {
    mode: 'open',
    keys: ['id', 'type', 'version', 'label', 'notes', 'pinned', 'params', 'position'],
    members: {
      params: { mode: 'open', each: fit },
      position: { mode: 'line', keys: ['x', 'y'] },
    },
  },
};
const notes: Layout = {
  mode: 'open',
  each: {
    mode: 'open',
    keys: ['id', 'text', 'color', 'position', 'width', 'height'],
    members: { position: { mode: 'line', keys: ['x', 'y'] } },
  },
};
const parameters: Layout = {
  mode: 'open',
  each: { mode: 'fit', keys: ['name', 'type', 'label', 'description', 'default'] },
};
const ports: Layout = {
  mode: 'open',
  each: {
    mode: 'fit',
    keys: ['name', 'type', 'from', 'to'],
    members: { from: port, to: { mode: 'fit', each: port } },
  },
};
const definition: Layout = {
  mode: 'open',
  keys: ['name', 'description', 'parameters', 'inputs', 'outputs', 'nodes', 'edges', 'notes'],
  members: { parameters, inputs: ports, outputs: ports, nodes, edges, notes },
};
const pipeline: Layout = {
  mode: 'open',
  keys: 'format name description seed parameters nodes edges notes definitions'.split(' '),
  members: { parameters, nodes, edges, notes, definitions: { mode: 'open', each: definition } },
};

/** The document's text, with a final line end. Reading and writing it again gives the same bytes. */
export function writePipeline(document: Pipeline): string {
  return `${print(document, pipeline, '')}\n`;
}

function print(value: unknown, layout: Layout, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = ordered(value, layout);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  if (members.length === 0) return `${open}${close}`;
  if (layout.mode !== 'open') {
    const short = layout.mode === 'line' || spare(value, width) >= 0;
    const text = short ? onOneLine(value, layout) : '';
    if (layout.mode === 'line' || (short && text.length + indent.length <= width)) return text;
  }
  const inner = `${indent}  `;
  const lines = members.map(([key, item]) => {
    const layoutOfItem = memberLayout(layout, key);
    return `${inner}${label(value, key)}${print(item, layoutOfItem, inner)}`;
  });
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function onOneLine(value: unknown, layout: Layout): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = ordered(value, layout).map(
    ([key, item]) => `${label(value, key)}${onOneLine(item, memberLayout(layout, key))}`,
  );
  if (Array.isArray(value)) return `[${members.join(', ')}]`;
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** What is left of a line's room, roughly; stops early, so that large values cost no more. */
function spare(value: unknown, room: number): number {
  if (typeof value === 'string') return room - value.length;
  if (typeof value !== 'object' || value === null) return room - 1;
  let left = room;
  for (const [key, item] of Object.entries(value)) {
    left = spare(item, left - (Array.isArray(value) ? 2 : key.length));
    if (left < 0) return left;
  }
  return left;
}

function label(value: object, key: string): string {
  return Array.isArray(value) ? '' : `${JSON.stringify(key)}: `;
}

function memberLayout(layout: Layout, key: string): Layout {
  const { members = {}, each = fit } = layout;
  return (Object.hasOwn(members, key) ? members[key] : undefined) ?? each;
}

function ordered(value: object, layout: Layout): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const { keys } = layout;
  if (keys === undefined || Array.isArray(value)) return entries;
  const rank = new Map(keys.map((key, index) => [key, index]));
  const place = ([key]: readonly [string, unknown]): number => rank.get(key) ?? keys.length;
  return entries.toSorted((a, b) => place(a) - place(b));
}
