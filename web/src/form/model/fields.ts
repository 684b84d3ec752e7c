/** From the published schema of a node's params to the fields of its form. */
import type { Locale, NodeType } from '#schemas/types.ts';
import type { Choice, Field, FieldSchema, Widget } from './types.ts';

/** Portuguese words of a parameter, as `paramTexts` publishes them. */
type Texts = {
  readonly title?: string;
  readonly description?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly unit?: string;
  readonly items?: Readonly<Record<string, Texts>>;
};

const widgets: ReadonlySet<string> = new Set<Widget>([
  'text',
  'number',
  'flag',
  'choice',
  'column',
  'columns',
  'expression',
  'condition',
  'dataset',
  'sample',
  'definition',
  'list',
  'json',
  'file-name',
]);

/** In the order of the schema. A param without words is shown under its name. */
export function fieldsOf(type: Pick<NodeType, 'params' | 'paramTexts'>, locale: Locale): Field[] {
  const { properties = {} } = type.params as FieldSchema;
  const texts = locale === 'pt-BR' ? (type.paramTexts as Readonly<Record<string, Texts>>) : {};
  return fieldsFrom(properties, texts);
}

function fieldsFrom(
  properties: Readonly<Record<string, FieldSchema>>,
  texts: Readonly<Record<string, Texts>>,
): Field[] {
  return Object.entries(properties).map(([name, schema]) => {
    const words = Object.hasOwn(texts, name) ? texts[name]! : {};
    const { ui = {} } = schema;
    return {
      name,
      widget: widgetOf(schema),
      title: words.title ?? schema.title ?? name,
      description: words.description ?? schema.description,
      unit: words.unit ?? ui.unit,
      schema,
      choices: choicesOf(schema, words.labels),
      accepts: ui.accepts,
      port: ui.port,
      when: ui.when,
      items: fieldsFrom(schema.items?.properties ?? {}, words.items ?? {}),
    };
  });
}

function widgetOf({ ui, type, enum: values, items }: FieldSchema): Widget {
  const named = ui?.widget ?? '';
  if (named === 'choice' && type === 'array') return 'choices';
  if (widgets.has(named)) return named as Widget;
  // A schema that says nothing of forms still gets a field.
  if (values !== undefined) return 'choice';
  if (type === 'array') return items?.properties === undefined ? 'json' : 'list';
  if (type === 'boolean') return 'flag';
  if (type === 'number' || type === 'integer') return 'number';
  return type === 'string' ? 'text' : 'json';
}

function choicesOf(schema: FieldSchema, words: Texts['labels'] = {}): Choice[] {
  const values = schema.enum ?? schema.items?.enum ?? [];
  const labels = schema.ui?.labels ?? {};
  return values.map((value) => {
    const key = String(value);
    return { value, label: ownWord(words, key) ?? ownWord(labels, key) ?? key };
  });
}

/** A choice may be called `constructor`. */
function ownWord(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
