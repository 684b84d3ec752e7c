/** The line under a node's name: what it does here, in words from its params. */
import { formatMessage } from '#schemas/errors/format.ts';
import type { Locale, MessageParam, NodeType, PipelineNode } from '#schemas/types.ts';

type ParamSchema = {
  readonly default?: unknown;
  readonly ui?: { readonly labels?: Readonly<Record<string, string>> };
};

export type Words = {
  readonly locale: Locale;
  /** The text of an expression tree; absent while the grammar is not loaded. */
  readonly print?: ((expression: object, locale: Locale) => string) | undefined;
};

/** Empty for a type without a line. */
export function lineText(type: NodeType, node: PipelineNode, words: Words): string {
  const line = type.line[words.locale];
  if (line === '') return '';
  const schemas = (type.params['properties'] ?? {}) as Readonly<Record<string, ParamSchema>>;
  const values: Record<string, MessageParam> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const value = Object.hasOwn(node.params, name) ? node.params[name] : schema.default;
    values[name] = asParam(value, words);
    const label = labelOf(type, name, schema, value, words.locale);
    if (label !== undefined) values[`${name}_label`] = label;
  }
  return formatMessage(line, values, words.locale).trim();
}

function labelOf(
  { paramTexts }: NodeType,
  name: string,
  { ui }: ParamSchema,
  value: unknown,
  locale: Locale,
): string | undefined {
  if (typeof value !== 'string') return undefined;
  const own = paramTexts[name] as
    | { readonly labels?: Readonly<Record<string, string>> }
    | undefined;
  const labels = locale === 'en' ? ui?.labels : own?.labels;
  const text = labels !== undefined && Object.hasOwn(labels, value) ? labels[value] : undefined;
  // A choice is often explained after a colon: its name is enough here.
  return text?.split(': ')[0] ?? value;
}

function asParam(value: unknown, { locale, print }: Words): MessageParam {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'number' ? item : '·'));
  if (typeof value !== 'object') return value as string | number | boolean;
  if ('$param' in value && typeof value.$param === 'string') return `{${value.$param}}`;
  if ('dataset' in value && typeof value.dataset === 'string') return value.dataset;
  return print?.(value, locale) ?? '…';
}
