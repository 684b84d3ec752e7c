/** A setting is known to people by the title of its field, an input by its own, whatever a message calls them. */
import type { Locale, MessageParams, NodeType } from '#schemas/types.ts';
import { fieldsOf } from './fields.ts';

export function withTitles(
  params: MessageParams,
  type: NodeType | undefined,
  locale: Locale,
): MessageParams {
  const { param, field, port } = params;
  if (type === undefined) return params;
  const titles = new Map(fieldsOf(type, locale).map(({ name, title }) => [name, title]));
  const ofParam = typeof param === 'string' ? titles.get(param) : undefined;
  // A message about a value quotes the name by itself.
  const name = typeof field === 'string' ? /^“(.+)”$/.exec(field)?.[1] : undefined;
  const ofField = name === undefined ? undefined : titles.get(name);
  const ofPort = [...type.inputs, ...type.outputs].find((each) => each.name === port)?.title[
    locale
  ];
  return {
    ...params,
    ...(ofPort === undefined ? {} : { port: ofPort }),
    ...(ofParam === undefined ? {} : { param: ofParam }),
    ...(ofField === undefined ? {} : { field: `“${ofField}”` }),
  };
}
