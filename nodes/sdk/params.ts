/**
 * Parameter kinds: TypeBox schemas with what the form needs under one keyword, `ui`. They are plain JSON Schema, so
 * a third party validates with them; the static types come for free.
 */
import {
  Type,
  type Static,
  type TSchema,
  type TString,
  type TNumber,
  type TInteger,
  type TBoolean,
  type TArray,
  type TUnsafe,
} from 'typebox';
import type { Column } from '#schemas/types.ts';
import type { Expr } from './expressions/types.ts';

/** Which columns a picker offers. */
export interface Accepts {
  readonly types?: readonly Column['type'][];
  readonly meanings?: readonly Column['meaning'][];
  readonly roles?: readonly Column['role'][];
}

/** What the form knows of a parameter beyond its JSON Schema. */
export interface Ui {
  readonly widget:
    | 'text'
    | 'number'
    | 'flag'
    | 'choice'
    | 'column'
    | 'columns'
    | 'expression'
    | 'condition'
    | 'dataset'
    | 'sample'
    | 'definition'
    | 'list'
    | 'json'
    | 'file-name';
  /** The input port whose columns a picker shows; default the first table input. */
  readonly port?: string;
  readonly accepts?: Accepts;
  readonly unit?: string;
  /** English words for each choice; pt-BR.json has the same values. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The field shows only while another parameter has one of these values. */
  readonly when?: { readonly param: string; readonly is: readonly (string | number | boolean)[] };
}

interface About {
  readonly title: string;
  readonly description?: string;
  readonly when?: Ui['when'];
}

function about(ui: Ui, options: About): { title: string; description?: string; ui: Ui } {
  const { title, description, when } = options;
  return {
    title,
    ...(description === undefined ? {} : { description }),
    ui: when ? { ...ui, when } : ui,
  };
}

export function text(
  options: About & { default?: string; maxLength?: number; minLength?: number },
): TString {
  const { maxLength = 1000, minLength = 0 } = options;
  return Type.String({
    ...about({ widget: 'text' }, options),
    default: options.default ?? '',
    maxLength,
    minLength,
  });
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  /** Excluded lower bound. */
  readonly above?: number;
  readonly default: number;
  readonly unit?: string;
}

function bounds(options: Bounds): Record<string, number> {
  return {
    default: options.default,
    ...(options.min === undefined ? {} : { minimum: options.min }),
    ...(options.max === undefined ? {} : { maximum: options.max }),
    ...(options.above === undefined ? {} : { exclusiveMinimum: options.above }),
  };
}

const numberUi = (unit?: string): Ui => ({ widget: 'number', ...(unit ? { unit } : {}) });

export function number(options: About & Bounds): TNumber {
  return Type.Number({ ...about(numberUi(options.unit), options), ...bounds(options) });
}

export function integer(options: About & Bounds): TInteger {
  return Type.Integer({ ...about(numberUi(options.unit), options), ...bounds(options) });
}

export function flag(options: About & { default: boolean }): TBoolean {
  return Type.Boolean({ ...about({ widget: 'flag' }, options), default: options.default });
}

/** One of a few named values; `labels` says each in English. */
export function choice<const T extends string>(
  labels: Readonly<Record<T, string>>,
  options: About & { default: NoInfer<T> },
): TUnsafe<T> {
  const values = Object.keys(labels);
  return Type.Unsafe<T>({
    type: 'string',
    enum: values,
    default: options.default,
    ...about({ widget: 'choice', labels }, options),
  });
}

interface Picker {
  readonly accepts?: Accepts;
  readonly port?: string;
}

const picker = (widget: Ui['widget'], { accepts, port }: Picker): Ui => ({
  widget,
  ...(accepts ? { accepts } : {}),
  ...(port ? { port } : {}),
});

/** One column by name; '' while not chosen. */
export function column(options: About & Picker & { default?: string }): TString {
  return Type.String({
    ...about(picker('column', options), options),
    default: options.default ?? '',
    maxLength: 500,
  });
}

/** Columns by name. Where the node says so, none chosen means all that fit. */
export function columns(options: About & Picker): TArray<TString> {
  return Type.Array(Type.String({ maxLength: 500 }), {
    ...about(picker('columns', options), options),
    default: [],
    uniqueItems: true,
    maxItems: 20_000,
  });
}

/** An expression tree; null while empty. `widget` 'condition' asks for one that is true or false. */
export function expression(
  options: About & { widget?: 'expression' | 'condition' },
): TUnsafe<Expr | null> {
  return Type.Unsafe<Expr | null>({
    // Not a choice of two forms: the mistake is then told where it is, not of the whole.
    if: { type: 'null' },
    else: { $ref: 'urn:esteira:schema:expression' },
    default: null,
    ...about({ widget: options.widget ?? 'expression' }, options),
  });
}

export interface DatasetParam {
  readonly dataset: string;
  readonly hash: string;
}

/** A data set by name and content hash; null while not chosen. */
export function dataset(options: About): TUnsafe<DatasetParam | null> {
  const reference = {
    type: 'object',
    properties: {
      dataset: { type: 'string', minLength: 1, maxLength: 300 },
      hash: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    },
    required: ['dataset', 'hash'],
    additionalProperties: false,
  };
  return Type.Unsafe<DatasetParam | null>({
    anyOf: [reference, { type: 'null' }],
    default: null,
    ...about({ widget: 'dataset' }, options),
  });
}

/** Several of one thing; each item with its own fields. */
export function list<S extends TSchema>(
  item: S,
  options: About & { maxItems?: number; default?: readonly Static<S>[] },
): TArray<S> {
  return Type.Array(item, {
    ...about({ widget: 'list' }, options),
    default: options.default ?? [],
    maxItems: options.maxItems ?? 1000,
  });
}

/** A free field for which the helpers above have no kind; says its own schema. */
export function custom<T>(schema: Record<string, unknown>, ui: Ui, options: About): TUnsafe<T> {
  return Type.Unsafe<T>({ ...schema, ...about(ui, options) });
}

/** The parameters of a node: an object without other properties, so that a typing error is seen. */
export const params = <P extends Record<string, TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });
