// The one place with ajv: every schema of the contract, and the params schemas of node types.
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { schemas, type JsonSchema, type SchemaName } from '../schemas.ts';

export type SchemaError = ErrorObject<string, Readonly<Record<string, unknown>>>;

/** Beyond so many values, only the first mistake is looked for: a hostile value could have millions. */
const manyValues = 200_000;

const options = {
  strict: true,
  // A key such as "constructor" is a field only where the document itself has it.
  ownProperties: true,
  // Errors carry the schema and the value, from which the words are made.
  verbose: true,
  allowUnionTypes: true,
  // Of a value that says its kind, only that kind's mistakes are told.
  discriminator: true,
} as const;

const instances = new Map<boolean, Ajv2020>();

/** Made when it is first needed: a start that checks nothing does not wait for it. */
function instance(allErrors: boolean): Ajv2020 {
  const known = instances.get(allErrors);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ ...options, allErrors });
  // ajv-formats is CommonJS: its function is the module's default export.
  formats.default(ajv, ['date-time', 'date', 'uri', 'regex']);
  // Form hints, for people only.
  ajv.addVocabulary(['ui']);
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);
  instances.set(allErrors, ajv);
  return ajv;
}

/** The mistakes of a value against a schema of the contract, or one given. */
export function schemaErrors(
  schema: SchemaName | JsonSchema,
  value: unknown,
  values: number,
): readonly SchemaError[] {
  // Looking for the first mistake is quick and settles the usual case, that there is none.
  const first = check(instance(false), schema, value);
  if (first.length === 0 || values > manyValues) return first;
  return check(instance(true), schema, value);
}

function check(ajv: Ajv2020, schema: SchemaName | JsonSchema, value: unknown): SchemaError[] {
  const validate = compiled(ajv, schema);
  return validate(value) ? [] : ((validate.errors ?? []) as SchemaError[]);
}

function compiled(ajv: Ajv2020, schema: SchemaName | JsonSchema): ValidateFunction {
  if (typeof schema !== 'string') return ajv.compile(schema);
  const found = ajv.getSchema(`urn:esteira:schema:${schema}`);
  if (found === undefined) throw new Error(`No schema ${schema}`);
  return found;
}
