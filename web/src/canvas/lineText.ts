/** The line under a node's name: what it does here, in words from its params. */
import { formatMessage } from '#schemas/errors/format.ts';
import { isFormulaText, isParamRef } from '#schemas/parameters.ts';
import type { Locale, MessageParam, NodeType, Parameter, PipelineNode } from '#schemas/types.ts';
import { choiceLabel, choiceName } from '../app/choiceLabel.ts';

type ParamSchema = {
  readonly default?: unknown;
  readonly type?: unknown;
  readonly ui?: { readonly widget?: string };
};

/** What the pipeline's parameters stand for: a value given to this page's runs, else the default. */
export type Given = {
  readonly parameters: readonly Parameter[];
  readonly values: Readonly<Record<string, unknown>>;
  /** What subflows are called, by id. */
  readonly definitions?: Readonly<Record<string, { readonly name: string }>>;
};

export type Words = {
  readonly locale: Locale;
  /** The text of an expression tree; absent while the grammar is not loaded. */
  readonly print?: ((expression: object, locale: Locale) => string) | undefined;
  readonly given: Given;
};

/** Empty for a type without a line. */
export function lineText(type: NodeType, node: PipelineNode, words: Words): string {
  const line = type.line[words.locale];
  if (line === '') return '';
  const schemas = (type.params['properties'] ?? {}) as Readonly<Record<string, ParamSchema>>;
  const values: Record<string, MessageParam> = {};
  let gap: string | undefined;
  for (const [name, schema] of Object.entries(schemas)) {
    const written = Object.hasOwn(node.params, name) ? node.params[name] : schema.default;
    const value = isParamRef(written) ? referred(written.$param, words.given) : written;
    values[name] = asParam(value, words);
    if (typeof value !== 'string') continue;
    if (counted.has(schema.type)) gap ??= isParamRef(written) ? value : '?';
    if (schema.ui?.widget === 'definition') values[name] = called(value, words.given);
    const label = choiceLabel(type, name, value, words.locale);
    // A message cannot ask for what is empty, so that has a word.
    values[`${name}_label`] = (label === undefined ? value : choiceName(label)) || 'none';
  }
  const text = formatMessage(line, values, words.locale).trim();
  // Where the line counts what nobody has given yet.
  return gap === undefined ? text : text.replaceAll('NaN', gap);
}

const counted: ReadonlySet<unknown> = new Set(['array', 'number', 'integer']);

const called = (id: string, { definitions = {} }: Given): string =>
  Object.hasOwn(definitions, id) ? definitions[id]!.name : id;

/** A parameter without a value is told by its name, in the braces of a gap to be filled. */
function referred(name: string, { parameters, values }: Given): unknown {
  const parameter = parameters.find((each) => each.name === name);
  const value = Object.hasOwn(values, name) ? values[name] : parameter?.default;
  return value ?? `{${name}}`;
}

function asParam(value: unknown, { locale, print }: Words): MessageParam {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'number' ? item : '·'));
  if (typeof value !== 'object') return value as string | number | boolean;
  if (isFormulaText(value)) return value.$formula;
  if ('dataset' in value && typeof value.dataset === 'string') return value.dataset;
  return print?.(value, locale) ?? '…';
}
