/** The schema's own rules for what is on a clipboard, by hand: its validator is not for the browser. The server has the last word. */
import type { Definition, Edge, Note, Parameter, PipelineNode } from '#schemas/types.ts';
import { noteColours, noteLimits } from '../store/commands/notes.ts';

const identifier = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const typeName = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;
const result = /^[0-9a-f]{64}$/;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isId = (value: unknown): value is string =>
  typeof value === 'string' && identifier.test(value);

const isText = (value: unknown, longest: number): boolean =>
  value === undefined || (typeof value === 'string' && value.length <= longest);

const isListOf = (value: unknown, most: number, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length <= most && value.every(isItem);

const hasOnly = (value: object, keys: ReadonlySet<string>): boolean =>
  Object.keys(value).every((key) => keys.has(key));

const isCoordinate = (value: unknown): boolean =>
  typeof value === 'number' && Math.abs(value) <= 1e7;

const isPlace = (value: unknown): boolean =>
  isRecord(value) && isCoordinate(value['x']) && isCoordinate(value['y']);

const nodeKeys = new Set([
  'id',
  'type',
  'version',
  'params',
  'position',
  'label',
  'notes',
  'pinned',
]);

export function isNode(value: unknown): value is PipelineNode {
  if (!isRecord(value)) return false;
  const { id, type, version, params, position, label, notes, pinned } = value;
  return (
    isId(id) &&
    typeof type === 'string' &&
    typeName.test(type) &&
    Number.isInteger(version) &&
    Number(version) >= 1 &&
    isRecord(params) &&
    isPlace(position) &&
    isText(label, 200) &&
    isText(notes, 20_000) &&
    (pinned === undefined || (typeof pinned === 'string' && result.test(pinned))) &&
    hasOnly(value, nodeKeys)
  );
}

const noteKeys = new Set(['id', 'text', 'position', 'width', 'height', 'color']);

export function isNote(value: unknown): value is Note {
  if (!isRecord(value)) return false;
  const { id, text, position, width, height, color } = value;
  const { least, most } = noteLimits;
  const isSize = (size: unknown, low: number): boolean =>
    typeof size === 'number' && size >= low && size <= most;
  return (
    isId(id) &&
    typeof text === 'string' &&
    isText(text, 20_000) &&
    isPlace(position) &&
    isSize(width, least.width) &&
    isSize(height, least.height) &&
    (color === undefined || (noteColours as readonly unknown[]).includes(color)) &&
    hasOnly(value, noteKeys)
  );
}

export function isEdge(value: unknown): value is Edge {
  return isRecord(value) && isEnd(value['from']) && isEnd(value['to']);
}

const isEnd = (value: unknown): boolean =>
  isRecord(value) && isId(value['node']) && isId(value['port']);

const parameterTypes: ReadonlySet<unknown> = new Set([
  'text',
  'number',
  'integer',
  'boolean',
  'dataset',
  'column',
  'columns',
  'json',
] satisfies Parameter['type'][]);
const parameterKeys = new Set(['name', 'type', 'label', 'description', 'default']);

export function isParameter(value: unknown): value is Parameter {
  return (
    isRecord(value) &&
    isId(value['name']) &&
    parameterTypes.has(value['type']) &&
    isText(value['label'], 200) &&
    isText(value['description'], 20_000) &&
    hasOnly(value, parameterKeys)
  );
}

const portTypes: ReadonlySet<unknown> = new Set(['table', 'model', 'report', 'any']);
const definitionKeys = new Set([
  'name',
  'description',
  'parameters',
  'inputs',
  'outputs',
  'nodes',
  'edges',
  'notes',
]);

export function isDefinition(value: unknown): value is Definition {
  if (!isRecord(value)) return false;
  const { name, description, parameters, inputs, outputs, nodes, edges, notes = [] } = value;
  const isPort = (port: unknown, isOther: (port: Readonly<Record<string, unknown>>) => boolean) =>
    isRecord(port) && isId(port['name']) && portTypes.has(port['type']) && isOther(port);
  return (
    typeof name === 'string' &&
    name !== '' &&
    isText(name, 200) &&
    isText(description, 20_000) &&
    isListOf(parameters, 500, isParameter) &&
    isListOf(inputs, 100, (port) => isPort(port, ({ to }) => isListOf(to, 1_000, isEnd))) &&
    isListOf(outputs, 100, (port) => isPort(port, ({ from }) => isEnd(from))) &&
    isListOf(nodes, 20_000, isNode) &&
    isListOf(edges, 100_000, isEdge) &&
    isListOf(notes, noteLimits.count, isNote) &&
    hasOnly(value, definitionKeys)
  );
}
