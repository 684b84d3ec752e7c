/** The line under a node's name: what it does here, in words from its params. */
import { formatMessage } from '#schemas/errors/format.ts';
import { choiceLabel } from '../app/choiceLabel.ts';
import type { Locale, MessageParam, NodeType, PipelineNode } from '#schemas/types.ts';

type ParamSchema = { readonly default?: unknown };

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
    if (typeof value !== 'string') continue;
    // A choice is often explained after a colon: its name is enough here.
    const label = choiceLabel(type, name, value, words.locale)?.split(': ')[0];
    values[`${name}_label`] = label ?? value;
  }
  return formatMessage(line, values, words.locale).trim();
}

function asParam(value: unknown, { locale, print }: Words): MessageParam {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'number' ? item : '·'));
  if (typeof value !== 'object') return value as string | number | boolean;
  if ('$param' in value && typeof value.$param === 'string') return `{${value.$param}}`;
  if ('dataset' in value && typeof value.dataset === 'string') return value.dataset;
  return print?.(value, locale) ?? '…';
}
