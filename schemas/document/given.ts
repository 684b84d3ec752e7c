// A document as one run took it: values of the run in place of its parameters.
import { isParamRef } from '../parameters.ts';
import type { Json, Pipeline } from '../types.ts';

/**
 * Puts the values that a run was given, else the defaults, in place of `{"$param": name}` in the nodes at the top
 * level; those inside subflows take theirs from the node that runs them. A reference without a value stays. Nothing is
 * left to be given, so the document has no parameters any more.
 */
export function documentAsGiven(
  document: Pipeline,
  given: Readonly<Record<string, unknown>> = {},
): Pipeline {
  const values = new Map<string, unknown>();
  for (const { name, default: preset } of document.parameters) {
    values.set(name, Object.hasOwn(given, name) ? given[name] : preset);
  }
  const put = (value: unknown): unknown => {
    if (isParamRef(value)) return values.get(value.$param) ?? value;
    if (Array.isArray(value)) return value.map(put);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, put(inner)]));
  };
  const nodes = document.nodes.map((node) => ({
    ...node,
    params: put(node.params) as { readonly [name: string]: Json },
  }));
  return { ...document, nodes, parameters: [] };
}
