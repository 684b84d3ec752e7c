/** Values for one run: which differ from the pipeline's own, and which parameter a problem is about. */
import { paramRefs } from '#schemas/parameters.ts';
import type { Locale, NodeType, Parameter, PipelineNode, Problem } from '#schemas/types.ts';
import { placeFor, titleOf } from '../../app/given.ts';
import { boundTo } from '../model/bindings.ts';
import { fieldsOf } from '../model/fields.ts';
import { placeOf } from '../model/place.ts';
import { pointerParts } from '../model/pointer.ts';
import type { Field, Params, Widget } from '../model/types.ts';
import { isSame } from '../model/values.ts';

/** What the controls begin with; null where the pipeline has no value. */
export const presets = (parameters: readonly Parameter[]): Params =>
  Object.fromEntries(parameters.map(({ name, default: preset = null }) => [name, preset]));

/** Only what differs from the pipeline's own: the rest is not given but found. */
export function givenOf(parameters: readonly Parameter[], values: Params): Params {
  const given = parameters.flatMap((parameter) => {
    const value = values[parameter.name];
    const isOther = !isNone(parameter, value) && !isSame(value, parameter.default ?? null);
    return isOther ? [[parameter.name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

/** A run cannot be given nothing where the pipeline has something. */
export const isEmptied = (parameter: Parameter, value: unknown): boolean =>
  parameter.default !== undefined && isNone(parameter, value);

const isNone = ({ type }: Parameter, value: unknown): boolean =>
  value === undefined || value === null || (type === 'column' && value === '');

const plain: Readonly<Record<Parameter['type'], readonly [widget: Widget, schema: string]>> = {
  text: ['text', 'string'],
  number: ['number', 'number'],
  integer: ['number', 'integer'],
  boolean: ['flag', 'boolean'],
  dataset: ['dataset', 'object'],
  column: ['column', 'string'],
  columns: ['columns', 'array'],
  json: ['json', 'object'],
};

export type World = {
  readonly nodes: readonly PipelineNode[];
  readonly types: ReadonlyMap<string, NodeType>;
  readonly locale: Locale;
};

/**
 * The field with which a parameter's value is chosen: that of the first setting that takes it, with its bounds and
 * choices, under the parameter's own name; `node` is whose columns it speaks of.
 */
export function fieldFor(
  parameter: Parameter,
  { nodes, types, locale }: World,
): { readonly field: Field; readonly node: PipelineNode | undefined } {
  const { name, description, default: preset = null } = parameter;
  const place = placeFor(name, nodes);
  const type = place && types.get(place.node.type);
  const found = type && fieldsOf(type, locale).find((each) => each.name === place.param);
  const own = { name, title: titleOf(name, parameter), when: undefined };
  if (found !== undefined) {
    const schema = { ...found.schema, default: preset };
    const help = description ?? found.description;
    return { field: { ...found, ...own, description: help, schema }, node: place?.node };
  }
  const [widget, json] = plain[parameter.type];
  const none = { unit: undefined, accepts: undefined, port: undefined, choices: [], items: [] };
  return {
    field: { ...none, ...own, widget, description, schema: { type: json, default: preset } },
    node: nodes.find(({ params }) => paramRefs(params).includes(name)),
  };
}

/** The parameter that a problem is about, or undefined. `given` are the nodes with the values in their places. */
export function parameterOf(
  { node: id, code, params, path }: Pick<Problem, 'node' | 'code' | 'params' | 'path'>,
  given: readonly PipelineNode[],
  { nodes, types, locale }: World,
): string | undefined {
  const { parameter } = params;
  if (typeof parameter === 'string') return parameter;
  const node = nodes.find((each) => each.id === id);
  const type = node && types.get(node.type);
  if (node === undefined || type === undefined) return undefined;
  const values = given.find((each) => each.id === id)?.params ?? node.params;
  const [param = ''] = pointerParts(
    placeOf({ code, params, path }, fieldsOf(type, locale), values),
  );
  return boundTo(node.params[param]);
}
