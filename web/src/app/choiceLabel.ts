import type { Locale, NodeType } from '#schemas/types.ts';

type Labels = Readonly<Record<string, string>>;
type ParamSchema = { readonly ui?: { readonly labels?: Labels } };

/** What a value of a choice is called, as `Mean: the sum by the count`; undefined where it is not among them. */
export function choiceLabel(
  { params, paramTexts }: NodeType,
  param: string,
  value: string,
  locale: Locale,
): string | undefined {
  const schemas = (params['properties'] ?? {}) as Readonly<Record<string, ParamSchema>>;
  const words = paramTexts[param] as { readonly labels?: Labels } | undefined;
  const labels = locale === 'en' ? schemas[param]?.ui?.labels : words?.labels;
  return labels !== undefined && Object.hasOwn(labels, value) ? labels[value] : undefined;
}

/** A choice is often explained after a colon: where there is little room, its name is enough. */
export const choiceName = (label: string): string => label.split(': ')[0]!;
