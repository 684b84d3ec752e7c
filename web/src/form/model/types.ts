/** A node's parameters as a form shows them: read from the published JSON Schema and its keyword `ui`. */
import type { Column } from '#schemas/types.ts';

export type Widget =
  | 'text'
  | 'number'
  | 'flag'
  | 'choice'
  /** Several of a few named values. */
  | 'choices'
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

/** Which columns a picker offers. */
export type Accepts = {
  readonly types?: readonly Column['type'][];
  readonly meanings?: readonly Column['meaning'][];
  readonly roles?: readonly Column['role'][];
};

export type Scalar = string | number | boolean;
export type When = { readonly param: string; readonly is: readonly Scalar[] };

export type Ui = {
  readonly widget?: string;
  readonly port?: string;
  readonly accepts?: Accepts;
  readonly unit?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly when?: When;
};

/** The part of JSON Schema that parameters use. */
export type FieldSchema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly Scalar[];
  readonly default?: unknown;
  readonly title?: string;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly ui?: Ui;
};

export type Choice = { readonly value: Scalar; readonly label: string };

export type Field = {
  readonly name: string;
  readonly widget: Widget;
  /** In the reader's language. */
  readonly title: string;
  readonly description: string | undefined;
  readonly unit: string | undefined;
  readonly schema: FieldSchema;
  readonly choices: readonly Choice[];
  readonly accepts: Accepts | undefined;
  /** The input whose columns a picker offers; by default the first that takes a table. */
  readonly port: string | undefined;
  readonly when: When | undefined;
  /** Of a list of objects: the fields of one item. */
  readonly items: readonly Field[];
};

export type Params = Readonly<Record<string, unknown>>;
