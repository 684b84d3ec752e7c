/** Where words are needed: the parameters, their choices and the fields of their list items, as comparable paths. */
interface Worded {
  readonly description?: unknown;
  readonly ui?: { readonly labels?: object };
  readonly labels?: object;
  readonly items?: Worded & { readonly properties?: object };
}

/** Takes a JSON Schema's properties or the texts of pt-BR.json: both must need the same words. */
export function wordsOfParams(params: object, prefix = ''): string[] {
  return Object.entries(params as Record<string, Worded>)
    .flatMap(([name, param]) => {
      const path = `${prefix}${name}`;
      const labels = Object.keys(param.ui?.labels ?? param.labels ?? {});
      const items = param.items?.properties ?? (isTexts(param.items) ? param.items : undefined);
      return [
        path,
        ...(param.description === undefined ? [] : [`${path}: description`]),
        ...labels.map((value) => `${path}=${value}`),
        ...(items ? wordsOfParams(items, `${path}.`) : []),
      ];
    })
    .sort();
}

/** A schema's `items` has a type or a form; texts have only names of fields, of which one may be called `type`. */
function isTexts(items: object | undefined): boolean {
  if (items === undefined) return false;
  const { type, anyOf, enum: values } = items as Record<string, unknown>;
  return typeof type !== 'string' && !Array.isArray(anyOf) && !Array.isArray(values);
}
